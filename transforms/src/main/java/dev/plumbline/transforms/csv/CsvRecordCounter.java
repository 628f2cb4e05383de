package dev.plumbline.transforms.csv;

import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the records of a CSV file in the dialect of {@link CsvSpec}, by reading all of it. */
public final class CsvRecordCounter {
  private boolean quoted;
  private byte last;
  private long records;

  private CsvRecordCounter() {}

  /**
   * The path, rows and size of a complete CSV file; its header is no row.
   *
   * @throws UncheckedIOException if it cannot be read, or ends inside a quoted field or without a
   *     line end
   */
  public static WrittenFile read(String file) {
    Path path = Path.of(file);
    CsvRecordCounter counter = new CsvRecordCounter();
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] chunk = new byte[1 << 16];
      for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
        counter.add(chunk, n);
      }
      return new WrittenFile(file, counter.rows(), Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot count the records of %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '"') {
        // a doubled quote leaves the field and enters it again
        quoted = !quoted;
      } else if (b == '\n' && !quoted) {
        records++;
      }
      last = b;
    }
  }

  private long rows() throws IOException {
    if (quoted) {
      throw new IOException("it ends inside a quoted field");
    }
    if (last != '\n') {
      throw new IOException("it does not end with a line end");
    }
    return records - 1;
  }
}
