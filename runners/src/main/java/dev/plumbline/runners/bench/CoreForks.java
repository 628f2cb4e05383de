package dev.plumbline.runners.bench;

import dev.plumbline.runners.statistics.PairedRatio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures decode and parquet_write against what they could cost, in fresh JVMs, each with both
 * sides interleaved: {@code CoreForks ROWS BLOCKS DIRECTORY}. Prints the nanoseconds of each fork
 * and, at the end, the ratios.
 */
public final class CoreForks {
  private CoreForks() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[2]));
    List<double[]> forks = new ArrayList<>();
    BenchFork fork = new BenchFork(CoreCosts.class, directory);
    try (MineProcess mine = MineProcess.start(args[0], directory)) {
      for (int block = 0; block < Integer.parseInt(args[1]); block++) {
        forks.add(fork.run(mine.address(), args[0], directory.toString()));
      }
    }
    System.out.println(
        "decode / jackson pass: "
            + PairedRatio.of(BenchFork.column(forks, 0), BenchFork.column(forks, 1)));
    System.out.println(
        "parquet_write / duckdb copy, in rows/s: "
            + PairedRatio.of(BenchFork.column(forks, 3), BenchFork.column(forks, 2)));
  }
}
