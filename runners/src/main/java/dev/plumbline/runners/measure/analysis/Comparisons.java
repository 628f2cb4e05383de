package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Equivalence;
import dev.plumbline.runners.statistics.Holm;
import dev.plumbline.runners.statistics.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds every arm against the base.
 *
 * @param base the first arm
 * @param margin of equivalence
 */
record Comparisons(ArmFigures base, double margin) {
  private static final double PUBLISHED_SECONDS = 2;

  /** All comparisons of the candidates; wall times first, and these adjusted together. */
  List<ComparisonFigure> with(List<ArmFigures> candidates) {
    List<ComparisonFigure> all = new ArrayList<>();
    for (FigureKey key : base.byKey().keySet()) {
      for (ArmFigures candidate : candidates) {
        if (!candidate.at(key).isEmpty()) {
          all.add(comparison(candidate, key));
        }
      }
    }
    return adjusted(all);
  }

  private ComparisonFigure comparison(ArmFigures candidate, FigureKey key) {
    for (ArmFigure figure : List.of(base.figure(key), candidate.figure(key))) {
      if (figure.status() != CellStatus.VALID) {
        return withheld(candidate, key, figure.status(), figure.arm() + ": " + figure.reason());
      }
    }
    List<Observation> of = candidate.at(key);
    List<Observation> to = base.at(key);
    if (!blocks(of).equals(blocks(to))) {
      return withheld(candidate, key, CellStatus.INVALID, "not every block has both arms");
    }
    boolean proven = !candidate.proof().equals(FigureEvidence.EXIT_CODE);
    if (proven && !Objects.equals(of.get(0).input(), to.get(0).input())) {
      return withheld(
          candidate, key, CellStatus.INVALID, "not comparable: the arms' digests differ");
    }
    double[] logRatios = PairedRatio.logRatios(ArmFigures.values(of), ArmFigures.values(to));
    PairedRatio ratio = PairedRatio.of(ArmFigures.values(of), ArmFigures.values(to));
    List<String> remarks = remarks(candidate, key);
    return new ComparisonFigure(
        candidate.arm(),
        base.arm(),
        key.scenario(),
        key.rows(),
        key.mode(),
        key.metric().name(),
        CellStatus.VALID,
        null,
        candidate.evidence(of),
        Claim.of(ratio.pairs(), remarks.isEmpty()),
        RatioFigures.of(ratio, Equivalence.pValue(logRatios, margin)),
        remarks);
  }

  private ComparisonFigure withheld(
      ArmFigures candidate, FigureKey key, CellStatus status, String reason) {
    return new ComparisonFigure(
        candidate.arm(),
        base.arm(),
        key.scenario(),
        key.rows(),
        key.mode(),
        key.metric().name(),
        status,
        reason,
        null,
        Claim.NONE,
        null,
        List.of());
  }

  /** What keeps a ratio from being published. */
  private List<String> remarks(ArmFigures candidate, FigureKey key) {
    List<String> remarks = new ArrayList<>();
    if (candidate.proof().equals(FigureEvidence.EXIT_CODE)) {
      remarks.add("proven by the exit code alone");
    }
    FigureKey wall = new FigureKey(key.scenario(), key.rows(), key.mode(), Metric.WALL);
    for (ArmFigures arm : List.of(base, candidate)) {
      double[] walls =
          arm.at(wall).stream()
              .map(Observation::value)
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      if (walls.length > 0 && walls[walls.length / 2] < PUBLISHED_SECONDS) {
        remarks.add("too short: " + arm.arm() + " takes less than 2 s");
      }
      if (arm.at(key).stream().anyMatch(Observation::sourceBound)) {
        remarks.add("source-bound: " + arm.arm() + " may have waited for the mine");
      }
    }
    return remarks;
  }

  private static List<Integer> blocks(List<Observation> seen) {
    return seen.stream().map(Observation::block).toList();
  }

  private static List<ComparisonFigure> adjusted(List<ComparisonFigure> all) {
    List<ComparisonFigure> walls =
        all.stream()
            .filter(c -> c.metric().equals(Metric.WALL.name()) && c.ratio() != null)
            .toList();
    double[] adjusted =
        Holm.adjust(
            walls.stream().mapToDouble(c -> Objects.requireNonNull(c.ratio()).pValue()).toArray());
    return all.stream()
        .map(
            c -> {
              int at = walls.indexOf(c);
              return at < 0
                  ? c
                  : c.withRatio(Objects.requireNonNull(c.ratio()).withHolm(adjusted[at]));
            })
        .toList();
  }
}
