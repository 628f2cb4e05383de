package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.LineFit;
import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.SignedRank;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts the wall times of several sizes into what is fixed and what each row adds.
 *
 * @param arms all arms, the base first
 */
record Lines(List<ArmFigures> arms) {
  private static final int FEWEST_SIZES = 3;
  private static final double NANOS = 1e9;

  /** Of every arm, scenario and mode with enough sizes. */
  List<LineFigure> all() {
    List<LineFigure> all = new ArrayList<>();
    for (ArmFigures arm : arms) {
      arm.byKey().keySet().stream()
          .filter(key -> key.metric().equals(Metric.WALL))
          .map(key -> new FigureKey(key.scenario(), 0, key.mode(), key.metric()))
          .distinct()
          .forEach(kind -> line(arm, kind).ifPresent(all::add));
    }
    return all;
  }

  private Optional<LineFigure> line(ArmFigures arm, FigureKey kind) {
    List<Long> sizes =
        arm.byKey().keySet().stream()
            .filter(key -> key.equals(at(kind, key.rows())))
            .map(FigureKey::rows)
            .sorted()
            .toList();
    Optional<LineFit[]> own = lines(arm, kind, sizes);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    SignedRank fixed = SignedRank.of(fixed(own.get()));
    SignedRank perRow = SignedRank.of(perRow(own.get()));
    PairedRatio tax =
        arm.arm().equals(arms.get(0).arm())
            ? null
            : tax(own.get(), lines(arms.get(0), kind, sizes));
    return Optional.of(
        new LineFigure(
            arm.arm(),
            kind.scenario(),
            kind.mode(),
            sizes,
            own.get().length,
            fixed.estimate(),
            fixed.interval(0.95).orElse(null),
            perRow.estimate(),
            perRow.interval(0.95).orElse(null),
            tax == null ? null : tax.estimate(),
            tax == null ? null : tax.interval95(),
            farthest(arm, kind, sizes, fixed.estimate(), perRow.estimate())));
  }

  /** A block's line each; none where a size lacks figures, or there are too few sizes. */
  private static Optional<LineFit[]> lines(ArmFigures arm, FigureKey kind, List<Long> sizes) {
    if (sizes.size() < FEWEST_SIZES
        || !sizes.stream()
            .allMatch(rows -> arm.figure(at(kind, rows)).status() == CellStatus.VALID)) {
      return Optional.empty();
    }
    double[] rows = sizes.stream().mapToDouble(Long::doubleValue).toArray();
    List<double[]> walls =
        sizes.stream().map(size -> ArmFigures.values(arm.at(at(kind, size)))).toList();
    return Optional.of(
        IntStream.range(0, walls.get(0).length)
            .mapToObj(
                block ->
                    LineFit.of(rows, walls.stream().mapToDouble(size -> size[block]).toArray()))
            .toArray(LineFit[]::new));
  }

  /** A ratio needs lines that rise. */
  private static @Nullable PairedRatio tax(LineFit[] own, Optional<LineFit[]> base) {
    boolean rising =
        base.isPresent()
            && own.length == base.get().length
            && Arrays.stream(own).allMatch(line -> line.perUnit() > 0)
            && Arrays.stream(base.get()).allMatch(line -> line.perUnit() > 0);
    return rising ? PairedRatio.of(perRow(own), perRow(base.orElseThrow())) : null;
  }

  private static double farthest(
      ArmFigures arm, FigureKey kind, List<Long> sizes, double fixed, double nanosPerRow) {
    LineFit line = new LineFit(fixed, nanosPerRow / NANOS);
    return sizes.stream()
        .mapToDouble(
            rows -> {
              double wall = Summary.of(ArmFigures.values(arm.at(at(kind, rows)))).median();
              return Math.abs(wall - line.at(rows)) / wall;
            })
        .max()
        .orElseThrow();
  }

  private static double[] fixed(LineFit[] lines) {
    return Arrays.stream(lines).mapToDouble(LineFit::fixed).toArray();
  }

  private static double[] perRow(LineFit[] lines) {
    return Arrays.stream(lines).mapToDouble(line -> line.perUnit() * NANOS).toArray();
  }

  private static FigureKey at(FigureKey kind, long rows) {
    return new FigureKey(kind.scenario(), rows, kind.mode(), kind.metric());
  }
}
