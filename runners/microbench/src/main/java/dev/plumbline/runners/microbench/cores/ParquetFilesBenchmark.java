package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.read.ParquetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Packed pages into Parquet files on disk, by two threads. Proved by the rows that DuckDB reads
 * from them.
 */
@State(Scope.Benchmark)
public class ParquetFilesBenchmark {
  /** How many rows an invocation writes. */
  @Param("20000")
  public int rows;

  private Optional<Export> export = Optional.empty();
  private Optional<PartFiles> parts = Optional.empty();
  private List<Path> last = List.of();

  /** Fetches and decodes the rows. */
  @Setup
  public void fetch() throws IOException {
    export = Optional.of(Export.fetch(rows));
    parts = Optional.of(new PartFiles(export.get()));
  }

  /** Writes all rows. */
  @Benchmark
  public List<Path> write() throws InterruptedException, ExecutionException {
    last = parts.orElseThrow().write();
    return last;
  }

  /** Reads the last files back through DuckDB. */
  @TearDown
  public void prove() throws IOException {
    Export of = export.orElseThrow();
    of.prove(of.digest(ParquetFiles.open("last files", last)));
    parts.orElseThrow().close();
  }
}
