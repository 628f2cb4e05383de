package dev.plumbline.runners.microbench.performance;

import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cores cost by themselves, warm, each beside what it could cost; every fork is one pair.
 *
 * @param rows rows of the export
 * @param core nanoseconds per row by fork: decode, Jackson pass, parquet_write, DuckDB's COPY
 * @param digest by fork: digest, byte pass, bytes of a row, bytes allocated for a row
 */
record CoreFigures(long rows, List<double[]> core, List<double[]> digest) {
  CoreFigures {
    core = List.copyOf(core);
    digest = List.copyOf(digest);
  }

  /**
   * One core against its yardstick.
   *
   * @param name of the core and of the yardstick
   * @param nanos nanoseconds per row of the core, median of the forks
   * @param yardstickNanos the same of the yardstick
   * @param ratio core by yardstick
   */
  record Pair(String name, double nanos, double yardstickNanos, PairedRatio ratio) {
    static Pair of(String name, double[] core, double[] yardstick) {
      return new Pair(
          name,
          Summary.of(core).median(),
          Summary.of(yardstick).median(),
          PairedRatio.of(core, yardstick));
    }
  }

  List<Pair> pairs() {
    return List.of(
        Pair.of(
            "decode / Jackson pass over every token and its text",
            BenchFork.column(core, 0),
            BenchFork.column(core, 1)),
        Pair.of(
            "parquet_write / DuckDB's COPY of the same rows, 2 threads each, zstd",
            BenchFork.column(core, 2),
            BenchFork.column(core, 3)),
        Pair.of(
            "digest / plain pass over the same bytes, 1 thread",
            BenchFork.column(digest, 0),
            BenchFork.column(digest, 1)));
  }

  /** Measures, one fork after the other, against a mine in a process of its own. */
  static CoreFigures measure(long rows, int forks, Path directory)
      throws IOException, InterruptedException {
    List<double[]> core = new ArrayList<>();
    List<double[]> digest = new ArrayList<>();
    String size = String.valueOf(rows);
    try (MineProcess mine = MineProcess.start(size, directory)) {
      for (int fork = 0; fork < forks; fork++) {
        core.add(
            new BenchFork(CoreCosts.class, directory)
                .run(mine.address(), size, directory.toString()));
        digest.add(new BenchFork(DigestCosts.class, directory).run(mine.address(), size));
      }
    }
    return new CoreFigures(rows, core, digest);
  }
}
