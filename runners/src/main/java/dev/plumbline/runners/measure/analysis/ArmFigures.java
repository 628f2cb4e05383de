package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Outliers;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The observations of one arm, by size, mode and metric.
 *
 * @param arm the arm's name
 * @param proof what was proven in its forks
 * @param fingerprint of the environment
 * @param byKey its observations
 */
record ArmFigures(
    String arm, String proof, String fingerprint, Map<FigureKey, List<Observation>> byKey) {

  static ArmFigures of(
      String arm, String proof, String fingerprint, List<Observation> observations) {
    Map<FigureKey, List<Observation>> byKey = new LinkedHashMap<>();
    for (Observation observation : observations) {
      byKey.computeIfAbsent(FigureKey.of(observation), k -> new ArrayList<>()).add(observation);
    }
    return new ArmFigures(arm, proof, fingerprint, byKey);
  }

  /** What was seen of a key; empty if nothing. */
  List<Observation> at(FigureKey key) {
    return byKey.getOrDefault(key, List.of());
  }

  List<ArmFigure> all() {
    return byKey.keySet().stream().map(this::figure).toList();
  }

  ArmFigure figure(FigureKey key) {
    List<Observation> seen = at(key);
    Optional<Observation> without = seen.stream().filter(o -> o.value() == null).findFirst();
    if (without.isPresent()) {
      long lacking = seen.stream().filter(o -> o.value() == null).count();
      String why = "%d of %d forks: %s".formatted(lacking, seen.size(), without.get().reason());
      return withheld(key, without.get().status(), why);
    }
    boolean changed = seen.stream().map(Observation::input).distinct().count() > 1;
    return changed && !proof.equals(FigureEvidence.EXIT_CODE)
        ? withheld(key, CellStatus.INVALID, "its forks' digests differ: not all did the same work")
        : valid(key, seen);
  }

  /** A figure of some of the forks would be one of the lucky ones. */
  private ArmFigure withheld(FigureKey key, CellStatus status, String reason) {
    return new ArmFigure(
        arm,
        key.rows(),
        key.mode(),
        key.metric().name(),
        key.metric().unit(),
        status,
        reason,
        null,
        null,
        null);
  }

  private ArmFigure valid(FigureKey key, List<Observation> seen) {
    double[] values = values(seen);
    return new ArmFigure(
        arm,
        key.rows(),
        key.mode(),
        key.metric().name(),
        key.metric().unit(),
        CellStatus.VALID,
        null,
        evidence(seen),
        Summary.of(values),
        Outliers.tukey(values));
  }

  FigureEvidence evidence(List<Observation> seen) {
    return new FigureEvidence(
        proof,
        Objects.requireNonNull(seen.get(0).input()),
        fingerprint,
        seen.stream().map(Observation::block).toList());
  }

  static double[] values(List<Observation> seen) {
    return seen.stream().mapToDouble(o -> Objects.requireNonNull(o.value())).toArray();
  }
}
