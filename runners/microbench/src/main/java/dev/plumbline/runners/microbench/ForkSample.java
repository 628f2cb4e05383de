package dev.plumbline.runners.microbench;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.microbench.ForkOutcome.Failed;
import dev.plumbline.runners.microbench.ForkOutcome.Measured;
import dev.plumbline.runners.microbench.cores.Evidence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All forks of a benchmark.
 *
 * @param benchmark what ran
 * @param forks how each ended, in order
 */
record ForkSample(MicroBenchmark benchmark, List<ForkOutcome> forks) {
  private static final String UNKNOWN = "unknown";

  ForkSample {
    forks = List.copyOf(forks);
  }

  /** What a session says of all its lines. */
  record Session(String runId, String at, String arm, String build) {}

  /** Its line of the history: with figures only if every fork has a number and its proof. */
  HistoryLine line(Session session) {
    String failure = failure();
    if (failure != null) {
      return line(session, "failed", failure, null);
    }
    if (inconsistent()) {
      return line(session, "invalid", "its forks differ in their input or their ground", null);
    }
    return line(session, HistoryLine.VALID, null, Figures.of(nanos()));
  }

  /** One number for each fork that has one, in nanoseconds per row or operation. */
  double[] nanos() {
    return measured().stream().mapToDouble(Measured::nanos).toArray();
  }

  /** What the first fork proved; empty if it proved nothing. */
  Optional<Evidence> evidence() {
    return measured().stream().map(Measured::evidence).findFirst();
  }

  private List<Measured> measured() {
    return forks.stream().filter(Measured.class::isInstance).map(Measured.class::cast).toList();
  }

  private @Nullable String failure() {
    for (int i = 0; i < forks.size(); i++) {
      if (forks.get(i) instanceof Failed failed) {
        return "fork %d: %s".formatted(i + 1, failed.reason());
      }
    }
    return forks.isEmpty() ? "no fork ran" : null;
  }

  private boolean inconsistent() {
    return 1
        != measured().stream()
            .map(Measured::evidence)
            .map(e -> e.inputDigest() + e.environment().fingerprint())
            .distinct()
            .count();
  }

  private HistoryLine line(
      Session session, String status, @Nullable String reason, @Nullable Figures figures) {
    Optional<Evidence> evidence = evidence();
    return new HistoryLine(
        HistoryLine.VERSION,
        session.at(),
        session.runId(),
        benchmark.scenario(),
        session.arm(),
        benchmark.rows(),
        "warm",
        benchmark.metric(),
        benchmark.unit(),
        status,
        reason,
        figures,
        evidence.map(Evidence::inputDigest).orElse(null),
        evidence.map(e -> e.environment().fingerprint()).orElse(UNKNOWN),
        session.build());
  }
}
