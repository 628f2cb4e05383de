package dev.plumbline.runners.microbench;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.machine.EnvironmentManifest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session measured, for {@code --json-out}.
 *
 * @param schemaVersion version of this form
 * @param effort how much was measured
 * @param environment the machine and the forks' JVM; null if no fork told
 * @param benchmarks one for each benchmark
 */
record MicrobenchReport(
    String schemaVersion,
    Effort effort,
    @Nullable EnvironmentManifest environment,
    List<Entry> benchmarks) {

  /**
   * A benchmark.
   *
   * @param line its line of the history
   * @param proof what its last result was found to be; null if it is not valid
   * @param forks the number of each fork, in the line's unit; empty if it is not valid
   */
  record Entry(HistoryLine line, @Nullable String proof, List<Double> forks) {
    Entry {
      forks = List.copyOf(forks);
    }
  }

  MicrobenchReport {
    benchmarks = List.copyOf(benchmarks);
  }

  static MicrobenchReport of(Effort effort, ForkSample.Session session, List<ForkSample> samples) {
    return new MicrobenchReport(
        "plumbline_microbench_v1",
        effort,
        samples.stream()
            .flatMap(sample -> sample.evidence().stream())
            .map(Evidence::environment)
            .findFirst()
            .orElse(null),
        samples.stream().map(sample -> entry(sample, sample.line(session))).toList());
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
