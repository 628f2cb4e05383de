package dev.plumbline.transforms.engine.polars;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Reads a stream to its end so that its writer never waits, and keeps the end of what it said. */
final class LastLine {
  private static final int KEPT_BYTES = 4096;
  private static final int QUOTED_CHARS = 300;

  private final Thread reader;
  private final StringBuilder kept = new StringBuilder();

  private LastLine(InputStream in) {
    this.reader = new Thread(() -> readAll(in), "polars-stderr");
    reader.setDaemon(true);
  }

  /** Starts to read. */
  static LastLine drain(InputStream in) {
    LastLine lines = new LastLine(in);
    lines.reader.start();
    return lines;
  }

  /** The last line that says something, as the end of a sentence; empty if there is none. */
  String quoted() {
    try {
      reader.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (kept) {
      return kept.toString()
          .lines()
          .filter(line -> !line.isBlank())
          .reduce((first, second) -> second)
          .map(
              line ->
                  ", its last words: " + line.substring(0, Math.min(line.length(), QUOTED_CHARS)))
          .orElse("");
    }
  }

  private void readAll(InputStream in) {
    byte[] chunk = new byte[KEPT_BYTES];
    try {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        synchronized (kept) {
          kept.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
          kept.delete(0, Math.max(0, kept.length() - KEPT_BYTES));
        }
      }
    } catch (IOException e) {
      synchronized (kept) {
        kept.append('\n').append(e.getMessage());
      }
    }
  }
}
