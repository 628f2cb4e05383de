package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes what a query selects as one zstd Parquet file, which has its name when it is complete.
 *
 * @param duckDb the engine
 * @param work what is being done, for errors
 * @param file the file
 */
record DuckDbCopy(DuckDb duckDb, String work, Path file) {
  /** What is being done to which file, for errors. */
  String doing() {
    return "%s into %s".formatted(work, file);
  }

  /**
   * Writes it.
   *
   * @throws TableException if it cannot be selected or written; then nothing is left of it
   */
  WrittenFile write(String select) {
    Path unfinished = ResultFiles.unfinished(file);
    String copy =
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)"
            .formatted(select, Sql.text(unfinished.toString()));
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      long rows = statement.executeLargeUpdate(copy);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return new WrittenFile(file.toString(), rows, Files.size(file));
    } catch (SQLException | IOException e) {
      throw removed(unfinished, new TableException(doing() + ": " + Sql.reason(e), e));
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
}
