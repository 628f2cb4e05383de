package dev.plumbline.runners.microbench.performance;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.Summary;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stage adds to an engine's work; every fork is one pair for each work.
 *
 * @param rows of the source
 * @param canonicalRows of the canonical tables together
 * @param canonicalSeconds what it took to make these
 * @param measured each engine on each runner
 */
record EngineFigures(
    long rows, long canonicalRows, double canonicalSeconds, List<Measured> measured) {
  private static final List<Runners> RUNNERS = List.of(Runners.DIRECT, Runners.FLINK_LOCAL);

  EngineFigures {
    measured = List.copyOf(measured);
  }

  /**
   * One engine on one runner.
   *
   * @param forks for each fork what {@link EngineCosts} prints
   */
  record Measured(Place place, List<double[]> forks) {
    Measured {
      forks = List.copyOf(forks);
    }
  }

  /** What is measured where. */
  record Place(String engine, String runner) {}

  /**
   * One engine's stage against the bare work.
   *
   * @param stage milliseconds, median of the forks
   * @param bare the same of the bare work
   * @param ratio stage by bare
   */
  record Pair(Place place, String work, double stage, double bare, PairedRatio ratio) {}

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Measured one : measured) {
      for (int i = 1; i < one.forks().get(0).length; i += 2) {
        double[] stage = BenchFork.column(one.forks(), i);
        double[] bare = BenchFork.column(one.forks(), i + 1);
        pairs.add(
            new Pair(
                one.place(),
                work(one.place().engine(), i / 2),
                Summary.of(stage).median(),
                Summary.of(bare).median(),
                PairedRatio.of(stage, bare)));
      }
    }
    return pairs;
  }

  private static String work(String engine, int place) {
    EngineWork[] works = EngineWork.values();
    if (place == works.length) {
      return "join_engine / hash join";
    }
    String bare =
        switch (engine) {
          case "duckdb" -> "JDBC";
          case "polars" -> "Node";
          default -> "plain loop";
        };
    return works[place].scenario() + " / " + bare;
  }

  /**
   * What it takes to start an engine.
   *
   * @param millis by fork
   */
  record Start(Place place, Summary millis) {}

  List<Start> starts() {
    return measured.stream()
        .map(one -> new Start(one.place(), Summary.of(BenchFork.column(one.forks(), 0))))
        .toList();
  }

  /** Measures, one fork after the other, all places in turn within each round of forks. */
  static EngineFigures measure(long rows, int forks, Path directory)
      throws IOException, InterruptedException, SQLException {
    WrittenTable source = BenchTable.source(rows, directory.toAbsolutePath());
    long start = System.nanoTime();
    EngineInput input = BenchTable.canonical(source, directory.toAbsolutePath());
    double canonicalSeconds = (System.nanoTime() - start) / 1e9;
    List<Place> places =
        Arrays.stream(Engines.values())
            .flatMap(engine -> RUNNERS.stream().map(r -> new Place(engine.label(), r.label())))
            .toList();
    Map<Place, List<double[]>> costs = new LinkedHashMap<>();
    String table = directory.toAbsolutePath().toString();
    for (int fork = 0; fork < forks; fork++) {
      for (Place place : places) {
        costs
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(
                new BenchFork(EngineCosts.class, directory)
                    .run(table, place.engine(), place.runner()));
      }
    }
    List<Measured> measured = new ArrayList<>();
    costs.forEach((place, all) -> measured.add(new Measured(place, all)));
    return new EngineFigures(rows, input.canonical().rows(), canonicalSeconds, measured);
  }
}
