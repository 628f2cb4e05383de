package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.Row;
import dev.plumbline.transforms.parquet.ParquetRowWriter;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes the parts of a result, each under the name of an unfinished file. When all parts are
 * there, {@link #publish} gives them their own names: so a result is there as a whole or not at
 * all.
 *
 * @param work what is being done, for errors
 * @param result where the parts go
 * @param schema the result's columns; the first is the key, which no two rows share
 */
record ResultParts(String work, ResultFiles result, TableSchema schema) implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * Writes a part.
   *
   * @param rows sends all rows into what it is given
   * @return the part, under the name that it has not got yet
   * @throws TableException if it cannot be written; then nothing is left of it
   */
  WrittenFile write(int number, Consumer<Consumer<Row>> rows) {
    Path file = result.part(number);
    Path unfinished = ResultFiles.unfinished(file);
    try {
      return new WrittenFile(file.toString(), write(unfinished, rows), Files.size(unfinished));
    } catch (IOException | RuntimeException e) {
      TableException failed = failed(file, e);
      try {
        Files.deleteIfExists(unfinished);
      } catch (IOException left) {
        failed.addSuppressed(left);
      }
      throw failed;
    }
  }

  private long write(Path unfinished, Consumer<Consumer<Row>> rows) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ParquetRowWriter writer = new ParquetRowWriter(schema, schema.column(0).name(), channel);
      rows.accept(row -> write(row, writer));
      return writer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Row row, ParquetRowWriter writer) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives the parts their names; those that have them already, from an attempt that broke off, keep
   * them.
   *
   * @return the parts, in order
   */
  List<WrittenFile> publish(List<WrittenFile> parts) {
    for (WrittenFile part : parts) {
      Path file = Path.of(part.path());
      Path unfinished = ResultFiles.unfinished(file);
      try {
        if (Files.exists(unfinished) || !Files.exists(file)) {
          ResultFiles.publish(file);
        }
      } catch (IOException e) {
        throw failed(file, e);
      }
    }
    return parts;
  }

  /**
   * Removes all parts that have not got their names.
   *
   * @throws TableException if one cannot be removed
   */
  void abandon() {
    String names = Pattern.quote("." + result.name()) + "-\\d+\\.parquet\\.partial";
    Path directory = Path.of(result.directory());
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(directory, file -> file.getFileName().toString().matches(names))) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw failed(directory, e);
    }
  }

  private TableException failed(Path file, Exception e) {
    String reason = e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
    return new TableException("%s into %s: %s".formatted(work, file, reason), e);
  }
}
