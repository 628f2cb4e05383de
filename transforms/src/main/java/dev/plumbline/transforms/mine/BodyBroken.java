package dev.plumbline.transforms.mine;

import java.io.IOException;

/** A body of which only the beginning came. */
final class BodyBroken extends IOException {
  private static final long serialVersionUID = 1;

  private final long bytes;
  private final long lines;

  BodyBroken(byte[] beginning, IOException cause) {
    super(cause.getMessage(), cause);
    this.bytes = beginning.length;
    this.lines = lines(beginning);
  }

  /** How far it came: a page has its head on the first line, and then a row on each. */
  String place(boolean page) {
    return page
        ? "after %,d bytes, in row %,d of the page".formatted(bytes, Math.max(0, lines - 1))
        : "after %,d bytes".formatted(bytes);
  }

  private static long lines(byte[] text) {
    long lines = 0;
    for (byte b : text) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
