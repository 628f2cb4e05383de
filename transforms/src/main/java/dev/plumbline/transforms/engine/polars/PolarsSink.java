package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has a work's result written as one zstd Parquet file, which has its name when it is complete.
 *
 * @param polars the engine
 * @param work the work's name
 * @param file the file
 */
record PolarsSink(Polars polars, String work, Path file) {
  /** What is being done to which file, for errors. */
  String doing() {
    return "%s into %s".formatted(work, file);
  }

  /**
   * Writes it.
   *
   * @throws TableException if it cannot be computed or written, or if it has not as many rows as
   *     the worker says; then there is no file
   */
  Findings write(WrittenTable table, WorkerRequest.Fields fields) {
    Path unfinished = ResultFiles.unfinished(file);
    try {
      WorkerAnswer answer =
          polars.ask(
              new WorkerRequest(
                  doing(),
                  work,
                  json -> {
                    fields.write(json);
                    json.writeStringField("into", unfinished.toString());
                  }));
      WrittenFile written = complete(unfinished, answer.figure("rows"));
      return new Findings(table.rows(), answer.figures(), null, List.of(written), answer.use());
    } catch (TableException e) {
      throw removed(unfinished, e);
    } catch (IOException | UncheckedIOException e) {
      throw removed(unfinished, new TableException(doing() + ": " + e.getMessage(), e));
    }
  }

  private static TableException removed(Path unfinished, TableException failure) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private WrittenFile complete(Path unfinished, BigInteger rows) throws IOException {
    long stored = ParquetFooter.read(unfinished.toString()).rows();
    if (!rows.equals(BigInteger.valueOf(stored))) {
      throw new TableException(
          "%s: the polars worker wrote %s rows, but the file has %d"
              .formatted(doing(), rows, stored),
          null);
    }
    ResultFiles.publish(file);
    return new WrittenFile(file.toString(), stored, Files.size(file));
  }
}
