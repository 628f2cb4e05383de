package dev.plumbline.runners.bench;

import dev.plumbline.runners.launch.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    try (MineProcess mine = MineProcess.start(args[0], directory)) {
      for (int block = 0; block < Integer.parseInt(args[1]); block++) {
        forks.add(fork(mine.address(), args[0], directory));
      }
    }
    System.out.println(
        "decode / jackson pass: " + PairedRatio.of(column(forks, 0), column(forks, 1)));
    System.out.println(
        "parquet_write / duckdb copy, in rows/s: "
            + PairedRatio.of(column(forks, 3), column(forks, 2)));
  }

  private static double[] fork(String mine, String rows, Path directory)
      throws IOException, InterruptedException {
    Path out = directory.resolve("core.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xms3g", "-Xmx3g", "-XX:+UseParallelGC", "-cp", ClassPath.current().text()));
    command.addAll(List.of(CoreCosts.class.getName(), mine, rows, directory.toString()));
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("core.log").toFile())
            .start()
            .waitFor();
    String line = Files.readString(out, StandardCharsets.UTF_8).strip();
    if (exit != 0) {
      throw new IllegalStateException(
          "A fork ended with " + exit + ": see " + directory.resolve("core.log"));
    }
    System.out.println("ns/row decode, jackson pass, parquet_write, duckdb copy: " + line);
    String[] words = line.split(" ", -1);
    double[] costs = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      costs[i] = Double.parseDouble(words[i]);
    }
    return costs;
  }

  private static double[] column(List<double[]> forks, int index) {
    return forks.stream().mapToDouble(costs -> costs[index]).toArray();
  }
}
