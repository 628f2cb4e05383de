package dev.plumbline.parity.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Walks over the lines of a file, as bytes of UTF-8 without their LF. */
final class TextLines {
  /** The longest line that is taken. */
  static final int LONGEST_BYTES = 64 << 20;

  private final Path file;
  private byte[] bytes = new byte[1 << 16];
  private int filled;
  private long number;

  private TextLines(Path file) {
    this.file = file;
  }

  /** Takes one line. */
  @FunctionalInterface
  interface Line {
    /**
     * A line.
     *
     * @param number of the line, from 1
     */
    void take(long number, byte[] bytes, int from, int length);
  }

  /**
   * Gives each line; the last needs no line end.
   *
   * @throws ParityReadException if the file cannot be read, is no UTF-8 or has a line too long
   */
  static void each(Path file, Line sink) {
    TextLines lines = new TextLines(file);
    try (InputStream in = Files.newInputStream(file)) {
      lines.read(in, sink);
    } catch (IOException e) {
      throw new ParityReadException("Cannot read %s: %s".formatted(file, e), e);
    }
  }

  private void read(InputStream in, Line sink) throws IOException {
    int searched = 0;
    while (fill(in)) {
      int from = 0;
      for (int i = searched; i < filled; i++) {
        if (bytes[i] == '\n') {
          line(from, i, sink);
          from = i + 1;
        }
      }
      System.arraycopy(bytes, from, bytes, 0, filled - from);
      filled -= from;
      searched = filled;
    }
    if (filled > 0) {
      line(0, filled, sink);
    }
  }

  private boolean fill(InputStream in) throws IOException {
    if (filled == bytes.length) {
      requireLength(filled);
      bytes = Arrays.copyOf(bytes, 2 * filled);
    }
    int read = in.read(bytes, filled, bytes.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  private void line(int from, int end, Line sink) {
    requireLength(end - from);
    number++;
    Utf8Check utf8 = new Utf8Check();
    for (int i = from; i < end; i++) {
      if (!utf8.next(bytes[i])) {
        throw noUtf8();
      }
    }
    if (!utf8.complete()) {
      throw noUtf8();
    }
    sink.take(number, bytes, from, end - from);
  }

  private void requireLength(int length) {
    if (length > LONGEST_BYTES) {
      throw new ParityReadException(
          "Cannot read %s: line %,d is longer than %d MiB"
              .formatted(file, number + 1, LONGEST_BYTES >> 20),
          null);
    }
  }

  private ParityReadException noUtf8() {
    return new ParityReadException(
        "Cannot read %s: line %,d: bytes that are not UTF-8".formatted(file, number), null);
  }
}
