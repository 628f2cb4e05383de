package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Parquet files as a table, read by another library than the one that says to have written them:
 * DuckDB's files through parquet-java, Polars' through both, all others through DuckDB.
 */
public final class ParquetFiles {
  private ParquetFiles() {}

  /**
   * Opens files that together are one table.
   *
   * @param source what the files are, for the report
   * @param files at least one Parquet file; all of one schema
   * @throws ParityReadException if a file cannot be read, or holds a type that the judge does not
   *     know
   */
  public static ReadableTable open(String source, List<Path> files) {
    ParquetFooters footers = ParquetFooters.read(source, files);
    boolean duckDb = footers.writtenBy("duckdb");
    if (footers.writtenBy("polars") || (duckDb && footers.writers().size() > 1)) {
      return CrossReadTable.of(
          throughDuckDb(source, footers), ParquetJavaTable.of(source, footers));
    }
    return duckDb ? ParquetJavaTable.of(source, footers) : throughDuckDb(source, footers);
  }

  private static ReadableTable throughDuckDb(String source, ParquetFooters footers) {
    DuckDbTable table =
        DuckDbTable.of(
            source,
            "SELECT * FROM read_parquet("
                + DuckDbSql.files(footers.files())
                + ", hive_partitioning = false)",
            OptionalLong.of(footers.rows()));
    TableSchema expected = footers.columns();
    for (int i = 0; i < expected.width(); i++) {
      if (expected.column(i).type() != table.schema().column(i).type()) {
        throw new ParityReadException(
            "Cannot read %s: DuckDB takes column '%s' for %s"
                .formatted(source, expected.column(i), table.schema().column(i).type().label()),
            null);
      }
    }
    return table.named(expected); // DuckDB renames columns whose names differ only in case
  }
}
