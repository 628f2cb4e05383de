package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.StudentizedBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sums several sizes up.
 *
 * @param base the first arm
 * @param comparisons all comparisons
 * @param seed of the bootstrap
 */
record Composites(ArmFigures base, List<ComparisonFigure> comparisons, long seed) {
  private static final int FEWEST_BLOCKS = 6;

  List<CompositeFigure> of(List<ArmFigures> candidates, List<Long> sizes) {
    List<CompositeFigure> all = new ArrayList<>();
    if (sizes.size() > 1) {
      for (String scenario : scenarios()) {
        for (ArmFigures candidate : candidates) {
          for (Mode mode : Mode.values()) {
            composite(candidate, scenario, mode, sizes).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  private List<String> scenarios() {
    return comparisons.stream().map(ComparisonFigure::scenario).distinct().toList();
  }

  private Optional<CompositeFigure> composite(
      ArmFigures candidate, String scenario, Mode mode, List<Long> sizes) {
    List<FigureKey> keys =
        sizes.stream()
            .sorted()
            .map(rows -> new FigureKey(scenario, rows, mode, Metric.WALL))
            .toList();
    if (!keys.stream().allMatch(key -> shown(candidate, key))) {
      return Optional.empty();
    }
    double[] logs = meanLogs(candidate, keys);
    double mean = Arrays.stream(logs).average().orElseThrow();
    Interval interval = null;
    if (logs.length >= FEWEST_BLOCKS) {
      Interval log =
          StudentizedBootstrap.interval(
              logs.length,
              blocks -> Arrays.stream(blocks).mapToDouble(b -> logs[b]).average().orElseThrow(),
              0.95,
              seed);
      interval = new Interval(Math.exp(log.low()), Math.exp(log.high()), log.level());
    }
    return Optional.of(
        new CompositeFigure(
            candidate.arm(),
            base.arm(),
            scenario,
            mode,
            keys.stream().map(FigureKey::rows).toList(),
            Math.exp(mean),
            interval,
            logs.length));
  }

  private boolean shown(ArmFigures candidate, FigureKey key) {
    return comparisons.stream()
        .anyMatch(
            c ->
                c.candidate().equals(candidate.arm())
                    && c.base().equals(base.arm())
                    && c.scenario().equals(key.scenario())
                    && c.rows() == key.rows()
                    && c.mode() == key.mode()
                    && c.metric().equals(key.metric().name())
                    && c.status() == CellStatus.VALID);
  }

  /** For each block, the mean over the sizes of ln(candidate / base). */
  private double[] meanLogs(ArmFigures candidate, List<FigureKey> keys) {
    double[] sums = new double[base.at(keys.get(0)).size()];
    for (FigureKey key : keys) {
      double[] of = ArmFigures.values(candidate.at(key));
      double[] to = ArmFigures.values(base.at(key));
      for (int b = 0; b < sums.length; b++) {
        sums[b] += Math.log(of[b] / to[b]) / keys.size();
      }
    }
    return sums;
  }
}
