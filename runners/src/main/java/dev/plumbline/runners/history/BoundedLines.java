package dev.plumbline.runners.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits bytes into lines, of each of which no more is held than a bound and one byte. */
final class BoundedLines {
  private final InputStream in;
  private final int maxBytes;
  private long number;

  BoundedLines(InputStream in, int maxBytes) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.maxBytes = maxBytes;
  }

  /**
   * The next line without its line feed, or null behind the last. Of a line beyond the bound only
   * the bound and one byte more.
   */
  byte @Nullable [] next() throws IOException {
    int read = in.read();
    if (read < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() <= maxBytes) {
        line.write(read);
      }
    }
    return line.toByteArray();
  }

  /** The number of the line that {@link #next()} gave last, counted from 1. */
  long number() {
    return number;
  }
}
