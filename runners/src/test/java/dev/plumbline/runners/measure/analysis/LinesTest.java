package dev.plumbline.runners.measure.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class LinesTest {
  private static final List<Long> SIZES = List.of(500_000L, 1_000_000L, 3_000_000L);

  @Test
  void partsWhatIsFixedFromWhatEachRowAdds() {
    List<LineFigure> lines =
        lines(
            arm("floor", SIZES, 10, rows -> 2 + 3e-6 * rows),
            arm("direct", SIZES, 10, rows -> 4 + 4.5e-6 * rows));

    assertEquals(List.of("floor", "direct"), lines.stream().map(LineFigure::arm).toList());
    LineFigure direct = lines.get(1);
    assertEquals(4, direct.fixedSeconds(), 1e-9);
    assertEquals(4500, direct.nanosPerRow(), 1e-6);
    assertEquals(1.5, direct.perRowToBase(), 1e-9);
    assertEquals(0, direct.farthest(), 1e-9);
    assertEquals(SIZES, direct.sizes());
    assertEquals(Claim.GATE, direct.claim());
    assertNull(lines.get(0).perRowToBase());
  }

  @Test
  void saysHowFarTheSizesLieFromTheLine() {
    LineFigure bent = only(arm("a", SIZES, 6, rows -> rows > 2e6 ? 20 : rows / 1e6));

    assertTrue(bent.farthest() > 0.3, bent::toString);
  }

  @Test
  void twoSizesAreNoLineAndFewBlocksHaveNoInterval() {
    assertEquals(List.of(), lines(arm("a", SIZES.subList(0, 2), 10, rows -> 1 + rows)));
    LineFigure few = only(arm("a", SIZES, 5, rows -> 1 + rows));
    assertNull(few.fixed95());
    assertNull(few.perRow95());
  }

  @Test
  void aSizeWithoutFiguresTakesTheLineWithIt() {
    List<Observation> seen = new ArrayList<>(observations(SIZES, 10, rows -> rows));
    seen.add(observation(11, 3_000_000L, null));

    assertEquals(List.of(), lines(arm("a", seen)));
  }

  @Test
  void armsThatDidOtherWorkHaveLinesAndNoTax() {
    ArmFigures other =
        arm(
            "direct",
            observations(SIZES, 10, rows -> 4 + rows).stream()
                .map(o -> observation(o.block(), o.rows(), o.value(), "f".repeat(32)))
                .toList());

    LineFigure line = lines(arm("floor", SIZES, 10, rows -> 2 + rows), other).get(1);

    assertNull(line.perRowToBase());
    assertNull(line.claim());
  }

  /** Two sizes that the mine has not so many rows for are one size, twice in each block. */
  @Test
  void aSizeThatIsTwiceInABlockHasNoFigure() {
    List<Observation> seen = new ArrayList<>(observations(SIZES, 10, rows -> rows));
    seen.addAll(observations(List.of(3_000_000L), 10, rows -> rows));
    ArmFigures arm = arm("a", seen);

    assertEquals(List.of(), lines(arm));
    assertEquals(
        CellStatus.INVALID,
        arm.figure(new FigureKey("elt", 3_000_000L, Mode.COLD, Metric.WALL)).status());
  }

  @Test
  void sizesOfOtherBlocksAreNoLine() {
    List<Observation> seen = new ArrayList<>(observations(SIZES.subList(0, 2), 10, rows -> rows));
    seen.addAll(observations(List.of(3_000_000L), 9, rows -> rows));

    assertEquals(List.of(), lines(arm("a", seen)));
  }

  @Test
  void aLineThatFallsHasNoTax() {
    List<LineFigure> lines =
        lines(
            arm("floor", SIZES, 10, rows -> 9 - 1e-6 * rows),
            arm("direct", SIZES, 10, rows -> 1 + 1e-6 * rows));

    assertNull(lines.get(1).perRowToBase());
    assertNotNull(lines.get(1).perRow95());
  }

  private static LineFigure only(ArmFigures arm) {
    List<LineFigure> lines = lines(arm);
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private static List<LineFigure> lines(ArmFigures... arms) {
    List<ArmFigures> all = List.of(arms);
    return new Lines(all, new Comparisons(all, 0.05, Optional.empty()).all()).all();
  }

  private static ArmFigures arm(
      String name, List<Long> sizes, int blocks, DoubleUnaryOperator wall) {
    return arm(name, observations(sizes, blocks, wall));
  }

  private static ArmFigures arm(String name, List<Observation> seen) {
    return ArmFigures.of(name, FigureEvidence.PARITY, "fingerprint", Mode.COLD, seen);
  }

  private static List<Observation> observations(
      List<Long> sizes, int blocks, DoubleUnaryOperator wall) {
    List<Observation> seen = new ArrayList<>();
    for (long rows : sizes) {
      for (int block = 1; block <= blocks; block++) {
        seen.add(observation(block, rows, wall.applyAsDouble((double) rows)));
      }
    }
    return seen;
  }

  private static Observation observation(int block, long rows, Double wall) {
    return observation(block, rows, wall, Made.DIGEST);
  }

  private static Observation observation(int block, long rows, Double wall, String digest) {
    return new Observation(
        block,
        "elt",
        rows,
        Mode.COLD,
        Metric.WALL,
        wall == null ? CellStatus.INVALID : CellStatus.VALID,
        wall,
        wall == null ? "planted" : null,
        digest,
        false);
  }
}
