package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.read.ParquetFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * DuckDB's COPY of the rows of a table of its own into a Parquet file on disk, by as many threads
 * and with the same compression as {@link ParquetFilesBenchmark}. Proved by the rows in the file.
 */
@State(Scope.Benchmark)
public class DuckDbCopyBenchmark {
  /** How many rows an invocation writes. */
  @Param("20000")
  public int rows;

  private Optional<Export> export = Optional.empty();
  private Optional<PartFiles> parts = Optional.empty();
  private Optional<Connection> duckDb = Optional.empty();

  /** Fills the table. */
  @Setup
  public void fill() throws Exception {
    export = Optional.of(Export.fetch(rows));
    parts = Optional.of(new PartFiles(export.get()));
    parts.get().write();
    duckDb = Optional.of(DriverManager.getConnection("jdbc:duckdb:"));
    execute("SET threads = " + PartFiles.THREADS);
    Path files = parts.get().folder().resolve("part-*.parquet");
    execute("CREATE TABLE rows AS SELECT * FROM read_parquet('" + files + "')");
  }

  /** Writes all rows. */
  @Benchmark
  public boolean copy() throws SQLException {
    return execute("COPY rows TO '" + file() + "' (FORMAT parquet, COMPRESSION zstd)");
  }

  private boolean execute(String sql) throws SQLException {
    try (Statement statement = duckDb.orElseThrow().createStatement()) {
      return statement.execute(sql);
    }
  }

  private Path file() {
    return parts.orElseThrow().folder().resolve("copy.parquet");
  }

  /** Reads the last file back. */
  @TearDown
  public void prove() throws Exception {
    Export of = export.orElseThrow();
    of.prove(of.digest(ParquetFiles.open("last file", List.of(file()))));
    duckDb.orElseThrow().close();
    parts.orElseThrow().close();
  }
}
