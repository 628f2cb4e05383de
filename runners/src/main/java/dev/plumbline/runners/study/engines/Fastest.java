package dev.plumbline.runners.study.engines;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.Finding;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine that takes less time than each other one in a scenario, found with an interval and
 * after correction for all pairs. Where there is no such engine, none is the fastest.
 *
 * @param fasterEngine the engine
 * @param medianSeconds its time
 * @param speedUp for each other engine, the ratio of its time to this one's
 * @param percent for each other engine, how much longer it took, in percent
 */
public record Fastest(
    String fasterEngine,
    double medianSeconds,
    Map<String, Double> speedUp,
    Map<String, Double> percent) {

  /** Of every scenario, in the order of their names; null where no engine is proven to be it. */
  static Map<String, @Nullable Fastest> of(MeasurementReport measured) {
    Map<String, @Nullable Fastest> all = new LinkedHashMap<>();
    walls(measured.analysis()).stream()
        .map(ArmFigure::scenario)
        .distinct()
        .sorted()
        .forEach(scenario -> all.put(scenario, among(measured.analysis(), scenario).orElse(null)));
    return all;
  }

  /** The wall times of works that are run for the first time. */
  static List<ArmFigure> walls(Analysis analysis) {
    return analysis.arms().stream()
        .filter(f -> f.metric().equals(Metric.WALL.name()) && f.mode() == Mode.LOADED)
        .toList();
  }

  /** The pairs of engines in a scenario, likewise. */
  static List<ComparisonFigure> pairs(Analysis analysis, String scenario) {
    return analysis.comparisons().stream()
        .filter(c -> c.metric().equals(Metric.WALL.name()) && c.mode() == Mode.LOADED)
        .filter(c -> c.scenario().equals(scenario))
        .toList();
  }

  private static Optional<Fastest> among(Analysis analysis, String scenario) {
    List<ArmFigure> valid =
        walls(analysis).stream()
            .filter(f -> f.scenario().equals(scenario) && f.status() == CellStatus.VALID)
            .toList();
    List<ComparisonFigure> pairs = pairs(analysis, scenario);
    return valid.size() < 2
        ? Optional.empty()
        : valid.stream().flatMap(engine -> of(engine, valid, pairs).stream()).findFirst();
  }

  private static Optional<Fastest> of(
      ArmFigure engine, List<ArmFigure> all, List<ComparisonFigure> pairs) {
    Map<String, Double> speedUp = new LinkedHashMap<>();
    for (ArmFigure other : all) {
      if (!other.arm().equals(engine.arm())) {
        Optional<Double> slower =
            pairs.stream()
                .filter(pair -> pair.isOf(engine.arm(), other.arm()))
                .findFirst()
                .flatMap(pair -> slower(pair, other.arm()));
        if (slower.isEmpty()) {
          return Optional.empty();
        }
        speedUp.put(other.arm(), rounded(slower.get()));
      }
    }
    Map<String, Double> percent = new LinkedHashMap<>();
    speedUp.forEach((other, ratio) -> percent.put(other, rounded((ratio - 1) * 100)));
    double median = Objects.requireNonNull(engine.summary()).median();
    return Optional.of(new Fastest(engine.arm(), median, speedUp, percent));
  }

  /** How many times as long the arm takes as the other of the pair, if that was found. */
  private static Optional<Double> slower(ComparisonFigure pair, String arm) {
    Finding slow = pair.candidate().equals(arm) ? Finding.LONGER : Finding.SHORTER;
    if (pair.finding() != slow) {
      return Optional.empty();
    }
    double estimate = Objects.requireNonNull(pair.ratio()).estimate();
    return Optional.of(slow == Finding.LONGER ? estimate : 1 / estimate);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
