package dev.plumbline.runners.microbench;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.microbench.cores.Evidence;
import dev.plumbline.runners.statistics.PairedRatio;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session measured, for {@code --json-out}.
 *
 * @param schemaVersion version of this form
 * @param effort how much was measured
 * @param environment the machine and the forks' JVM; null if no fork told
 * @param benchmarks one for each benchmark
 * @param pairs one for each benchmark that has a yardstick, if both are valid
 */
public record MicrobenchReport(
    String schemaVersion,
    Effort effort,
    @Nullable EnvironmentManifest environment,
    List<Entry> benchmarks,
    List<Pair> pairs) {

  /**
   * A benchmark.
   *
   * @param line its line of the history
   * @param proof what its last result was found to be; null if it is not valid
   * @param forks the number of each fork, in the line's unit; empty if it is not valid
   */
  public record Entry(HistoryLine line, @Nullable String proof, List<Double> forks) {
    /** Copies the list. */
    public Entry {
      forks = List.copyOf(forks);
    }
  }

  /**
   * A benchmark in relation to its yardstick, fork by fork of the same blocks.
   *
   * @param benchmark the name of the one
   * @param yardstick and of the other
   * @param ratio the one's time by the other's
   */
  public record Pair(String benchmark, String yardstick, PairedRatio ratio) {}

  /** Copies the lists. */
  public MicrobenchReport {
    benchmarks = List.copyOf(benchmarks);
    pairs = List.copyOf(pairs);
  }

  static MicrobenchReport of(Effort effort, ForkSample.Session session, List<ForkSample> samples) {
    List<Entry> entries = samples.stream().map(s -> entry(s, s.line(session))).toList();
    return new MicrobenchReport(
        "plumbline_microbench_v1",
        effort,
        samples.stream()
            .flatMap(sample -> sample.evidence().stream())
            .map(Evidence::environment)
            .findFirst()
            .orElse(null),
        entries,
        samples.stream().flatMap(s -> pair(s.benchmark(), entries).stream()).toList());
  }

  private static Optional<Pair> pair(MicroBenchmark benchmark, List<Entry> entries) {
    String yardstick = benchmark.yardstick();
    if (yardstick == null) {
      return Optional.empty();
    }
    double[] own = forks(benchmark.scenario(), entries);
    double[] other = forks(yardstick, entries);
    return own.length == 0 || own.length != other.length
        ? Optional.empty()
        : Optional.of(new Pair(benchmark.scenario(), yardstick, PairedRatio.of(own, other)));
  }

  private static double[] forks(String scenario, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.line().scenario().equals(scenario))
        .flatMap(entry -> entry.forks().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** The lines for the history. */
  List<HistoryLine> lines() {
    return benchmarks.stream().map(Entry::line).toList();
  }

  private static Entry entry(ForkSample sample, HistoryLine line) {
    if (line.figures() == null) {
      return new Entry(line, null, List.of());
    }
    return new Entry(
        line,
        sample.evidence().map(Evidence::proof).orElse(null),
        Arrays.stream(sample.nanos()).boxed().toList());
  }
}
