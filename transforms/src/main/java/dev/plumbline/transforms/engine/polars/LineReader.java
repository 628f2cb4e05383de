package dev.plumbline.transforms.engine.polars;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bounded length. */
final class LineReader {
  /** The longest line, in bytes. */
  static final int LIMIT = 1 << 20;

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** A line has more than {@value #LIMIT} bytes. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("printed a line of more than %d bytes".formatted(LIMIT));
    }
  }

  /**
   * The next line without its end.
   *
   * @throws EOFException if the input ends before the line does
   * @throws TooLong if it is too long
   */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("its output ended");
      }
      if (line.size() == LIMIT) {
        throw new TooLong();
      }
      line.write(read);
    }
    return line.toByteArray();
  }
}
