package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Packed pages into a Parquet file in memory: encoding and zstd, no disk. Proved by the rows that
 * DuckDB reads from the last file.
 */
@State(Scope.Benchmark)
public class ParquetBenchmark {
  private final Export export = Export.fetch();
  private final List<PackedPage> pages = export.decode();
  private final ParquetSpec spec = ParquetSpec.of(export.schema(), "mine");
  private final MemoryChannel file = new MemoryChannel();

  /** Writes one file of all rows; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public MemoryChannel write() throws IOException {
    file.reset();
    PageWriter writer = spec.open(file);
    for (PackedPage page : pages) {
      writer.write(page);
    }
    writer.finish();
    return file;
  }

  /** Reads the last file back through DuckDB. */
  @TearDown
  public void prove() throws IOException {
    Path folder = Files.createTempDirectory("plumbline-microbench");
    Path saved = folder.resolve("rows.parquet");
    try {
      file.saveTo(saved);
      TableDigest read = export.digest(ParquetFiles.open("last file", List.of(saved)));
      export.prove(read);
    } finally {
      Files.deleteIfExists(saved);
      Files.delete(folder);
    }
  }
}
