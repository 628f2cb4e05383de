package dev.plumbline.runners.microbench.performance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What serving costs the local mine, by format; every fork is a fresh mine.
 *
 * @param rows genes, in pages of 5,000
 * @param formats one for each format and number of clients
 */
record MineFigures(long rows, List<Served> formats) {
  private static final List<String> FORMATS =
      List.of("json", "jsonobjects", "jsonrows", "tab", "csv", "xml");
  private static final int FEW = 4;
  private static final int MANY = 64;

  MineFigures {
    formats = List.copyOf(formats);
  }

  /**
   * One format.
   *
   * @param format its name
   * @param clients how many asked at once
   * @param forks by fork: CPU nanoseconds per row of the first pass and of the second; rows per
   *     second of each
   */
  record Served(String format, int clients, List<double[]> forks) {
    Served {
      forks = List.copyOf(forks);
    }
  }

  private record Asked(String format, int clients) {}

  /** Measures, one fork after the other, the formats in turn within each round of forks. */
  static MineFigures measure(long rows, int forks, Path directory)
      throws IOException, InterruptedException {
    List<Asked> asked = new ArrayList<>(FORMATS.stream().map(f -> new Asked(f, FEW)).toList());
    asked.add(new Asked("json", MANY));
    Map<Asked, List<double[]>> numbers = new LinkedHashMap<>();
    for (int fork = 0; fork < forks; fork++) {
      for (Asked one : asked) {
        double[] costs =
            new BenchFork(MineCosts.class, directory)
                .run(String.valueOf(rows), one.format(), String.valueOf(one.clients()));
        numbers.computeIfAbsent(one, o -> new ArrayList<>()).add(costs);
      }
    }
    List<Served> measured = new ArrayList<>();
    numbers.forEach((one, costs) -> measured.add(new Served(one.format(), one.clients(), costs)));
    return new MineFigures(rows, measured);
  }
}
