package dev.plumbline.transforms.rowstream;

import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the lines of a row stream, by reading all of it. */
public final class RowStreamCounter {
  private RowStreamCounter() {}

  /**
   * The path, rows and size of a complete row stream. A last line without a line end is a row too.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static WrittenFile read(String file) {
    Path path = Path.of(file);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] chunk = new byte[1 << 16];
      long lines = 0;
      byte last = '\n';
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        for (int i = 0; i < n; i++) {
          lines += chunk[i] == '\n' ? 1 : 0;
          last = chunk[i];
        }
      }
      return new WrittenFile(file, last == '\n' ? lines : lines + 1, Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot count the lines of %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
