package dev.plumbline.runners.bench;

import dev.plumbline.runners.statistics.PairedRatio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the judge's digest against a plain pass over the same bytes, in fresh JVMs: {@code
 * DigestForks ROWS BLOCKS DIRECTORY}. Prints the numbers of each fork and, at the end, their ratio
 * and the digest's rows per second on one core.
 */
public final class DigestForks {
  private DigestForks() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[2]));
    List<double[]> forks = new ArrayList<>();
    BenchFork fork = new BenchFork(DigestCosts.class, directory);
    try (MineProcess mine = MineProcess.start(args[0], directory)) {
      for (int block = 0; block < Integer.parseInt(args[1]); block++) {
        forks.add(fork.run(mine.address(), args[0]));
      }
    }
    double[] digest = BenchFork.column(forks, 0);
    System.out.println(
        "digest / plain pass: " + PairedRatio.of(digest, BenchFork.column(forks, 1)));
    double median = Arrays.stream(digest).sorted().toArray()[digest.length / 2];
    System.out.printf(
        Locale.ROOT, "digest: %.2f million rows/s on one core, median%n", 1e3 / median);
  }
}
