package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Gives the statement to be copied, after it has done what else is needed for it. */
  @FunctionalInterface
  interface Prepared {
    String select(Statement statement) throws SQLException;
  }

  /**
   * Writes it.
   *
   * @throws TableException if it cannot be selected or written; then nothing is left of it
   */
  WrittenFile write(String select) {
    return write(statement -> select);
  }

  /** Writes what is selected once all else is done, in the same database. */
  WrittenFile write(Prepared prepared) {
    Path unfinished = ResultFiles.unfinished(file);
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      String copy =
          "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)"
              .formatted(prepared.select(statement), Sql.text(unfinished.toString()));
      long rows = statement.executeLargeUpdate(copy);
      ResultFiles.publish(file);
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
