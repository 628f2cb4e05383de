package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Outliers;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The observations of one arm, by scenario, size, mode and metric.
 *
 * @param arm the arm's name
 * @param proof what was proven in its forks
 * @param fingerprint of the environment
 * @param first the mode of the first runs of a fork
 * @param byKey its observations
 */
record ArmFigures(
    String arm,
    String proof,
    String fingerprint,
    Mode first,
    Map<FigureKey, List<Observation>> byKey) {

  static ArmFigures of(
      String arm, String proof, String fingerprint, Mode first, List<Observation> observations) {
    Map<FigureKey, List<Observation>> byKey = new LinkedHashMap<>();
    for (Observation seen : observations) {
      Observation observation = seen.mode().isFirst() ? seen.in(first) : seen;
      byKey.computeIfAbsent(FigureKey.of(observation), k -> new ArrayList<>()).add(observation);
    }
    return new ArmFigures(arm, proof, fingerprint, first, byKey);
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
    List<Observation> without = without(key, seen);
    if (!without.isEmpty()) {
      Observation lacking = without.get(0);
      long forks = Math.max(seen.size(), at(key.wall(first)).size());
      String why = "%d of %d forks: %s".formatted(without.size(), forks, lacking.reason());
      return withheld(key, lacking.status(), why);
    }
    int lacking = at(key.wall(first)).size() - seen.size();
    if (lacking > 0) {
      return withheld(
          key, CellStatus.INVALID, "too small to be seen in " + lacking + " of its forks");
    }
    if (seen.stream().map(Observation::block).distinct().count() < seen.size()) {
      return withheld(
          key, CellStatus.INVALID, "a block has it more than once: its sizes are mixed up");
    }
    boolean changed = seen.stream().map(Observation::input).distinct().count() > 1;
    return changed && !proof.equals(FigureEvidence.EXIT_CODE)
        ? withheld(key, CellStatus.INVALID, "its forks' digests differ: not all did the same work")
        : valid(key, seen);
  }

  /**
   * The observations that take this figure with them: its own; those of the first wall time at the
   * same size, since the run was not valid; and those of forks that failed, whatever the size.
   */
  private List<Observation> without(FigureKey key, List<Observation> seen) {
    List<Observation> own = seen.stream().filter(o -> o.value() == null).toList();
    if (!own.isEmpty()) {
      return own;
    }
    return byKey.values().stream()
        .flatMap(List::stream)
        .filter(o -> o.value() == null && o.metric().equals(Metric.WALL) && o.mode().isFirst())
        .filter(
            o ->
                (o.rows() == key.rows() && o.scenario().equals(key.scenario()))
                    || o.status() == CellStatus.FAILED)
        .toList();
  }

  /** A figure of some of the forks would be one of the lucky ones. */
  private ArmFigure withheld(FigureKey key, CellStatus status, String reason) {
    return new ArmFigure(
        arm,
        key.scenario(),
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
        key.scenario(),
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
