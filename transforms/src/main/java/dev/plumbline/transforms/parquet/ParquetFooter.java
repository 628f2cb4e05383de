package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.read.PlainParquet;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Reads from a complete Parquet file what a manifest says of it. */
public final class ParquetFooter {
  private ParquetFooter() {}

  /**
   * The pages that the file was written of, in its order.
   *
   * @throws ArtifactException if it was not written by us
   */
  public static List<PageOrder.Entry> pages(Path file) throws IOException {
    try (ParquetFileReader reader = open(file)) {
      String text = reader.getFileMetaData().getKeyValueMetaData().get(PageOrder.KEY);
      if (text == null) {
        throw new ArtifactException(file, "its metadata lack " + PageOrder.KEY);
      }
      return PageOrder.parse(file, text);
    }
  }

  /**
   * What the pages add up to that the file was written of.
   *
   * @throws UncheckedIOException if there is no such file, or it does not tell
   */
  public static PageDigest given(String file) {
    try (ParquetFileReader reader = open(Path.of(file))) {
      String text = reader.getFileMetaData().getKeyValueMetaData().get(PageOrder.DIGEST_KEY);
      if (text == null) {
        throw new IOException("its metadata lack " + PageOrder.DIGEST_KEY);
      }
      return PageDigest.parse(text);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (RuntimeException e) { // what parquet-java throws at other files
      throw unreadable(file, new IOException(e));
    }
  }

  /**
   * The file's path, rows and size.
   *
   * @throws UncheckedIOException if there is no such file, or it is no whole Parquet file
   */
  public static WrittenFile read(String file) {
    Path path = Path.of(file);
    try (ParquetFileReader reader = open(path)) {
      return new WrittenFile(file, reader.getRecordCount(), Files.size(path));
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (RuntimeException e) { // what parquet-java throws at other files
      throw unreadable(file, new IOException(e));
    }
  }

  private static ParquetFileReader open(Path file) throws IOException {
    return ParquetFileReader.open(new LocalInputFile(file), PlainParquet.reading());
  }

  private static UncheckedIOException unreadable(String file, IOException reason) {
    return new UncheckedIOException(
        "Cannot read the footer of %s: %s".formatted(file, reason.getMessage()), reason);
  }
}
