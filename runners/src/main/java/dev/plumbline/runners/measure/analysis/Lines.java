package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.LineFit;
import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.SignedRank;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Parts the wall times of several sizes into what is fixed and what each row adds.
 *
 * @param arms all arms, the base first
 * @param comparisons of these: without a ratio at every size there is no tax per row
 */
record Lines(List<ArmFigures> arms, List<ComparisonFigure> comparisons) {
  private static final int FEWEST_SIZES = 3;
  private static final double NANOS = 1e9;

  /** Of every arm, scenario and mode with enough sizes. */
  List<LineFigure> all() {
    List<LineFigure> all = new ArrayList<>();
    for (ArmFigures arm : arms) {
      arm.byKey().keySet().stream()
          .filter(key -> key.metric().equals(Metric.WALL))
          .map(key -> at(key, 0))
          .distinct()
          .forEach(kind -> line(arm, keys(arm, kind)).ifPresent(all::add));
    }
    return all;
  }

  /** The sizes, in order. */
  private static List<FigureKey> keys(ArmFigures arm, FigureKey kind) {
    return arm.byKey().keySet().stream()
        .filter(key -> key.equals(at(kind, key.rows())))
        .sorted(Comparator.comparingLong(FigureKey::rows))
        .toList();
  }

  private Optional<LineFigure> line(ArmFigures arm, List<FigureKey> keys) {
    if (keys.size() < FEWEST_SIZES || !shown(arm, keys)) {
      return Optional.empty();
    }
    List<LineFit> own = lines(arm, keys);
    SignedRank fixed = SignedRank.of(each(own, LineFit::fixed));
    SignedRank perRow = SignedRank.of(each(own, line -> line.perUnit() * NANOS));
    Optional<PairedRatio> tax = tax(arm, own, keys);
    LineFit line = new LineFit(fixed.estimate(), perRow.estimate() / NANOS);
    return Optional.of(
        new LineFigure(
            arm.arm(),
            keys.get(0).scenario(),
            keys.get(0).mode(),
            keys.stream().map(FigureKey::rows).toList(),
            own.size(),
            fixed.estimate(),
            fixed.interval(0.95).orElse(null),
            perRow.estimate(),
            perRow.interval(0.95).orElse(null),
            tax.map(PairedRatio::estimate).orElse(null),
            tax.map(PairedRatio::interval95).orElse(null),
            tax.isEmpty() ? null : claim(arm, keys),
            farthest(arm, keys, line)));
  }

  /** Whether every size has a figure, of the same blocks. */
  private static boolean shown(ArmFigures arm, List<FigureKey> keys) {
    return keys.stream().allMatch(key -> arm.figure(key).status() == CellStatus.VALID)
        && keys.stream().map(key -> blocks(arm, key)).distinct().count() == 1;
  }

  private static List<Integer> blocks(ArmFigures arm, FigureKey key) {
    return arm.at(key).stream().map(Observation::block).toList();
  }

  /** A block's line each. */
  private static List<LineFit> lines(ArmFigures arm, List<FigureKey> keys) {
    double[] rows = keys.stream().mapToDouble(key -> (double) key.rows()).toArray();
    double[] medians = keys.stream().mapToDouble(key -> median(arm, key)).toArray();
    List<double[]> walls = keys.stream().map(key -> ArmFigures.values(arm.at(key))).toList();
    return IntStream.range(0, walls.get(0).length)
        .mapToObj(block -> walls.stream().mapToDouble(size -> size[block]).toArray())
        .map(times -> LineFit.of(rows, times, medians))
        .toList();
  }

  /** A ratio needs one at every size, and lines that rise. */
  private Optional<PairedRatio> tax(ArmFigures arm, List<LineFit> own, List<FigureKey> keys) {
    if (held(arm, keys).size() < keys.size()) {
      return Optional.empty();
    }
    double[] of = each(own, LineFit::perUnit);
    double[] to = each(lines(arms.get(0), keys), LineFit::perUnit);
    boolean rising =
        IntStream.range(0, of.length).allMatch(block -> of[block] > 0 && to[block] > 0);
    return rising ? Optional.of(PairedRatio.of(of, to)) : Optional.empty();
  }

  /** The arm's valid ratios to the base, of which the base itself has none. */
  private List<ComparisonFigure> held(ArmFigures arm, List<FigureKey> keys) {
    return comparisons.stream()
        .filter(c -> c.candidate().equals(arm.arm()) && c.base().equals(arms.get(0).arm()))
        .filter(c -> c.metric().equals(Metric.WALL.name()) && c.status() == CellStatus.VALID)
        .filter(c -> keys.contains(new FigureKey(c.scenario(), c.rows(), c.mode(), Metric.WALL)))
        .toList();
  }

  /** No more than the weakest of the sizes bears. */
  private Claim claim(ArmFigures arm, List<FigureKey> keys) {
    return held(arm, keys).stream()
        .map(ComparisonFigure::claim)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static double farthest(ArmFigures arm, List<FigureKey> keys, LineFit line) {
    return keys.stream()
        .mapToDouble(key -> Math.abs(line.at((double) key.rows()) / median(arm, key) - 1))
        .max()
        .orElseThrow();
  }

  private static double median(ArmFigures arm, FigureKey key) {
    return Summary.of(ArmFigures.values(arm.at(key))).median();
  }

  private static double[] each(List<LineFit> lines, ToDoubleFunction<LineFit> part) {
    return lines.stream().mapToDouble(part).toArray();
  }

  private static FigureKey at(FigureKey kind, long rows) {
    return new FigureKey(kind.scenario(), rows, kind.mode(), kind.metric());
  }
}
