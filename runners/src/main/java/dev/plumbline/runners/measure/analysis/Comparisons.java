package dev.plumbline.runners.measure.analysis;

import static dev.plumbline.runners.measure.analysis.Claim.PUBLISHED;
import static dev.plumbline.runners.measure.analysis.Claim.SMOKE;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Equivalence;
import dev.plumbline.runners.statistics.Holm;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds arms against each other: in wall times every pair, in other metrics each to the first.
 *
 * @param arms in their order
 * @param margin of equivalence
 * @param busy why the machine was no quiet one, if so
 */
record Comparisons(List<ArmFigures> arms, double margin, Optional<String> busy) {
  /**
   * All comparisons: those to the first arm, then those of the others' wall times. Of a scenario
   * all wall times are tested together, whatever their size and mode.
   */
  List<ComparisonFigure> all() {
    List<ComparisonFigure> all = new ArrayList<>();
    for (int base = 0; base < arms.size(); base++) {
      for (FigureKey key : arms.get(base).byKey().keySet()) {
        for (ArmFigures candidate : arms.subList(base + 1, arms.size())) {
          if (!candidate.at(key).isEmpty() && (base == 0 || key.metric().equals(Metric.WALL))) {
            all.add(comparison(arms.get(base), candidate, key));
          }
        }
      }
    }
    return tested(all);
  }

  private ComparisonFigure comparison(ArmFigures base, ArmFigures candidate, FigureKey key) {
    for (ArmFigure figure : List.of(base.figure(key), candidate.figure(key))) {
      if (figure.status() != CellStatus.VALID) {
        return withheld(
            base, candidate, key, figure.status(), figure.arm() + ": " + figure.reason());
      }
    }
    List<Observation> of = candidate.at(key);
    List<Observation> to = base.at(key);
    if (!blocks(of).equals(blocks(to))) {
      return withheld(base, candidate, key, CellStatus.INVALID, "not every block has both arms");
    }
    boolean proven = !candidate.proof().equals(FigureEvidence.EXIT_CODE);
    if (proven && !Objects.equals(of.get(0).input(), to.get(0).input())) {
      return withheld(
          base, candidate, key, CellStatus.INVALID, "not comparable: the arms' digests differ");
    }
    double[] logRatios = PairedRatio.logRatios(ArmFigures.values(of), ArmFigures.values(to));
    PairedRatio ratio = PairedRatio.of(ArmFigures.values(of), ArmFigures.values(to));
    List<String> remarks = remarks(base, candidate, key);
    List<String> notes = new ArrayList<>(remarks);
    parted(base, candidate, key, ratio).ifPresent(notes::add);
    busy.ifPresent(signs -> notes.add("this machine was busy: " + signs));
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
        Claim.of(ratio.pairs(), remarks.isEmpty()).atMost(busy.isPresent() ? SMOKE : PUBLISHED),
        RatioFigures.of(ratio, Equivalence.pValue(logRatios, margin)),
        null,
        0,
        notes);
  }

  private static ComparisonFigure withheld(
      ArmFigures base, ArmFigures candidate, FigureKey key, CellStatus status, String reason) {
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
        null,
        0,
        List.of());
  }

  /** What keeps a ratio from being published. */
  private static List<String> remarks(ArmFigures base, ArmFigures candidate, FigureKey key) {
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
      if (walls.length > 0 && walls[walls.length / 2] < ComparisonFigure.PUBLISHED_SECONDS) {
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

  /** A reader who divides the medians must be told why that is another number. */
  private static Optional<String> parted(
      ArmFigures base, ArmFigures candidate, FigureKey key, PairedRatio ratio) {
    double ofMedians =
        median(ArmFigures.values(candidate.at(key))) / median(ArmFigures.values(base.at(key)));
    Interval interval = ratio.interval95();
    if (!key.metric().equals(Metric.WALL)
        || interval == null
        || (ofMedians >= interval.low() && ofMedians <= interval.high())) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the medians of %s and %s have the ratio %.3f, outside of the interval%s: within blocks"
                + " the arms differ otherwise, so the machine drifted from block to block",
            candidate.arm(),
            base.arm(),
            ofMedians,
            key.scenario().isEmpty() ? "" : " in " + key.scenario()));
  }

  private static double median(double[] values) {
    return Summary.of(values).median();
  }

  private static List<ComparisonFigure> tested(List<ComparisonFigure> all) {
    Map<String, List<ComparisonFigure>> families =
        all.stream()
            .filter(c -> c.metric().equals(Metric.WALL.name()) && c.ratio() != null)
            .collect(Collectors.groupingBy(ComparisonFigure::scenario));
    IdentityHashMap<ComparisonFigure, ComparisonFigure> tested = new IdentityHashMap<>();
    for (List<ComparisonFigure> family : families.values()) {
      double[] adjusted =
          Holm.adjust(family.stream().mapToDouble(c -> ratio(c).pValue()).toArray());
      for (int i = 0; i < family.size(); i++) {
        ComparisonFigure one = family.get(i);
        tested.put(one, one.tested(ratio(one).withHolm(adjusted[i]), family.size()));
      }
    }
    return all.stream().map(c -> tested.getOrDefault(c, c)).toList();
  }

  private static RatioFigures ratio(ComparisonFigure comparison) {
    return Objects.requireNonNull(comparison.ratio());
  }
}
