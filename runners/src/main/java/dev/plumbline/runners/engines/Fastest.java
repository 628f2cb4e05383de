package dev.plumbline.runners.engines;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.Mode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine with the least median time in a scenario, cold. Whether it is faster for certain, the
 * ratio's interval says.
 *
 * @param fasterEngine the engine
 * @param medianSeconds its time
 * @param speedUp for each other engine, its median time by this one's
 * @param percent for each other engine, how much longer it took, in percent
 */
record Fastest(
    String fasterEngine,
    double medianSeconds,
    Map<String, Double> speedUp,
    Map<String, Double> percent) {

  /** Of every scenario, in the order of their names; null where no engine has a time. */
  static Map<String, @Nullable Fastest> of(MeasurementReport measured) {
    List<ArmFigure> walls =
        measured.analysis().arms().stream()
            .filter(f -> f.metric().equals(Metric.WALL.name()) && f.mode() == Mode.COLD)
            .toList();
    Map<String, @Nullable Fastest> all = new LinkedHashMap<>();
    walls.stream()
        .map(ArmFigure::scenario)
        .distinct()
        .sorted()
        .forEach(
            scenario ->
                all.put(
                    scenario,
                    among(walls.stream().filter(f -> f.scenario().equals(scenario)).toList())));
    return all;
  }

  private static @Nullable Fastest among(List<ArmFigure> figures) {
    List<ArmFigure> valid =
        figures.stream().filter(figure -> figure.status() == CellStatus.VALID).toList();
    if (valid.isEmpty()) {
      return null;
    }
    ArmFigure first = valid.stream().min(Comparator.comparing(Fastest::median)).orElseThrow();
    double least = median(first);
    return new Fastest(
        first.arm(),
        least,
        others(valid, first, median -> rounded(median / least)),
        others(valid, first, median -> rounded((median / least - 1) * 100)));
  }

  private static Map<String, Double> others(
      List<ArmFigure> figures, ArmFigure first, Function<Double, Double> compared) {
    Map<String, Double> others = new LinkedHashMap<>();
    for (ArmFigure figure : figures) {
      if (!figure.arm().equals(first.arm())) {
        others.put(figure.arm(), compared.apply(median(figure)));
      }
    }
    return others;
  }

  private static double median(ArmFigure figure) {
    return Objects.requireNonNull(figure.summary()).median();
  }

  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
