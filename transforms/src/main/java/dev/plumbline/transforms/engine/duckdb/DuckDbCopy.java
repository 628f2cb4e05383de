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

/** Writes what a query selects as one zstd Parquet file, which has its name when it is complete. */
final class DuckDbCopy {
  private DuckDbCopy() {}

  /**
   * Writes it.
   *
   * @param work what is being done, for the error
   * @throws TableException if it cannot be selected or written; then there is no file
   */
  static WrittenFile write(DuckDb duckDb, String work, String select, Path file) {
    Path unfinished = ResultFiles.unfinished(file);
    String copy =
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
            .formatted(select, Sql.text(unfinished.toString()));
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      long rows = statement.executeLargeUpdate(copy);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return new WrittenFile(file.toString(), rows, Files.size(file));
    } catch (SQLException | IOException e) {
      throw new TableException("%s into %s: %s".formatted(work, file, Sql.reason(e)), e);
    }
  }
}
