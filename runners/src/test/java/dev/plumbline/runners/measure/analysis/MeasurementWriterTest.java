package dev.plumbline.runners.measure.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.measure.raw.RawData;
import dev.plumbline.runners.options.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MeasurementWriterTest {

  @Test
  void givesTheRatioThatWasPlanted() {
    ComparisonFigure wall = wall(raw(10, b -> 4 + 0.01 * b, b -> 1.2 * (4 + 0.01 * b)));

    RatioFigures ratio = wall.ratio();
    assertEquals(1.2, ratio.estimate(), 1e-9);
    assertTrue(ratio.interval95().contains(1.2));
    assertEquals(10, ratio.pairs());
    assertEquals(Claim.GATE, wall.claim());
    assertEquals("parity", wall.evidence().proof());
    assertEquals(Made.DIGEST, wall.evidence().inputDigest());
    assertEquals(10, wall.evidence().blocks().size());
  }

  @Test
  void neverCountsTheRehearsal() {
    ComparisonFigure wall = wall(raw(6, b -> 4, b -> b == 0 ? 400 : 4));
    assertEquals(1, wall.ratio().estimate(), 1e-12);
    assertEquals(6, wall.ratio().pairs());
  }

  @Test
  void claimsNothingBelowSixBlocks() {
    ComparisonFigure wall = wall(raw(5, b -> 4, b -> 5));
    assertNull(wall.ratio().interval95());
    assertEquals(Claim.NONE, wall.claim());
  }

  /** Five quick blocks and seven slow ones, and two in which the candidate was the quicker one. */
  @Test
  void saysWhyTheMediansHaveAnotherRatio() {
    ComparisonFigure wall =
        wall(raw(12, b -> b <= 5 ? 3 : 9, b -> (b <= 5 ? 3 : 9) * (b >= 11 ? 0.3 : 1.1)));

    assertEquals(1.1, wall.ratio().estimate(), 1e-9);
    assertTrue(
        wall.remarks().stream()
            .anyMatch(
                remark -> remark.startsWith("the medians of new and base have the ratio 0.367")),
        wall::toString);
    assertTrue(
        wall(raw(12, b -> 4 + b % 3, b -> 5 + b % 3)).remarks().stream()
            .noneMatch(remark -> remark.contains("medians")));
  }

  @Test
  void publishesOnlyWhatIsLongEnough() {
    assertEquals(Claim.PUBLISHED, wall(raw(20, b -> 4 + b % 3, b -> 5)).claim());
    ComparisonFigure shorter = wall(raw(20, b -> 1.5, b -> 5));
    assertEquals(Claim.GATE, shorter.claim());
    assertTrue(shorter.remarks().get(0).startsWith("too short: base"), shorter::toString);
  }

  @Test
  void aForkThatFailedTakesTheFigureWithIt() {
    RawData whole = raw(10, b -> 4, b -> 5);
    List<ForkRecord> forks = new ArrayList<>(whole.forks());
    forks.set(forks.size() - 1, failed(10, CellStatus.FAILED, "ended with code 134: crash"));
    Analysis analysis = MeasurementWriter.report(with(whole, forks)).analysis();

    ComparisonFigure wall = analysis.comparisons().get(0);
    assertEquals(CellStatus.FAILED, wall.status());
    assertNull(wall.ratio());
    assertTrue(wall.reason().contains("1 of 10 forks: ended with code 134"), wall::reason);
    ArmFigure candidate =
        analysis.arms().stream().filter(f -> f.arm().equals("new")).findFirst().orElseThrow();
    assertEquals(CellStatus.FAILED, candidate.status());
    assertTrue(
        analysis.arms().stream()
            .filter(f -> f.arm().equals("new"))
            .allMatch(f -> f.summary() == null),
        "no metric of the arm has a number");
    assertTrue(analysis.comparisons().stream().allMatch(c -> c.ratio() == null));
  }

  @Test
  void aForkThatIsInvalidTakesTheFigureWithIt() {
    RawData whole = raw(10, b -> 4, b -> 5);
    List<ForkRecord> forks = new ArrayList<>(whole.forks());
    forks.set(forks.size() - 1, failed(10, CellStatus.INVALID, "retried: 1 requests"));
    ComparisonFigure wall = wall(with(whole, forks));
    assertEquals(CellStatus.INVALID, wall.status());
    assertTrue(wall.reason().contains("retried"), wall::reason);
  }

  @Test
  void refusesToCompareOtherInputs() {
    RawData whole = raw(10, b -> 4, b -> 5);
    List<ForkRecord> forks = new ArrayList<>();
    for (ForkRecord fork : whole.forks()) {
      String other = "ffeeddccbbaa99887766554433221100";
      boolean candidate = fork.arm().equals("new");
      forks.add(candidate ? Made.fork(fork.block(), 1, "new", Made.valid(0, 5, other)) : fork);
    }
    ComparisonFigure wall = wall(with(whole, forks));
    assertEquals(CellStatus.INVALID, wall.status());
    assertTrue(wall.reason().contains("digests differ"), wall::reason);
  }

  @Test
  void countsOnlyBlocksThatWereAccepted() {
    RawData whole = raw(10, b -> 4, b -> b == 3 ? 400 : 4);
    List<BlockRecord> blocks =
        whole.blocks().stream()
            .map(
                b ->
                    b.block() == 3
                        ? new BlockRecord(BlockRecord.KIND, 3, 1, false, "disturbed")
                        : b)
            .toList();
    Analysis analysis =
        MeasurementWriter.report(new RawData(whole.header(), whole.forks(), blocks, whole.end()))
            .analysis();
    assertEquals(9, analysis.comparisons().get(0).ratio().pairs());
    assertEquals(9, analysis.blocksDone());
    assertEquals(1, analysis.blocksRejected());
  }

  @Test
  void saysThatItWasCutOffAndUsesWhatThereIs() {
    RawData whole = raw(8, b -> 4, b -> 5);
    RawData cut =
        new RawData(
            whole.header(),
            whole.forks().subList(0, whole.forks().size() - 1),
            whole.blocks().subList(0, whole.blocks().size() - 1),
            null);
    Analysis analysis = MeasurementWriter.report(cut).analysis();
    assertEquals(7, analysis.comparisons().get(0).ratio().pairs());
    assertTrue(analysis.ended().startsWith("cut off"), analysis::ended);
  }

  @Test
  void keepsColdAndWarmApartAndSaysWhereThereIsNoSteadyState() {
    Analysis steady = warm(new double[] {9, 3, 3.01, 2.99, 3, 3.01, 2.99, 3, 3}).analysis();
    ArmFigure cold = steady.arms().get(0);
    ArmFigure warm =
        steady.arms().stream().filter(f -> f.mode() == Mode.WARM).findFirst().orElseThrow();
    assertEquals(9, cold.summary().median(), 1e-12);
    assertEquals(3, warm.summary().median(), 0.02);
    Analysis unsteady = warm(new double[] {9, 3, 3.3, 3.6, 3.9, 4.2, 4.5, 4.8, 5.1}).analysis();
    ArmFigure none =
        unsteady.arms().stream().filter(f -> f.mode() == Mode.WARM).findFirst().orElseThrow();
    assertEquals(CellStatus.INVALID, none.status());
    assertTrue(none.reason().contains("no steady state"), none::reason);
  }

  @Test
  void adjustsAllWallTimesTogetherAndNothingElse() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("base", b -> 4 + 0.01 * b);
    walls.put("one", b -> 5 + 0.02 * b);
    walls.put("two", b -> 6 + 0.03 * b);
    Analysis analysis = MeasurementWriter.report(Made.raw(10, walls)).analysis();
    for (ComparisonFigure c : analysis.comparisons()) {
      if (c.metric().equals("wall_seconds")) {
        assertEquals(3 * c.ratio().pValue(), c.ratio().pHolm(), 1e-12);
      } else {
        assertNull(c.ratio().pHolm());
      }
    }
  }

  @Test
  void givesTheSameBytesForTheSameRawPart() throws Exception {
    RawData raw = raw(10, b -> 4 + 0.1 * (b % 3), b -> 5 + 0.07 * (b % 4));
    String once = Json.pretty(MeasurementWriter.report(raw));
    RawData again =
        Json.mapper().treeToValue(Json.mapper().readTree(once).get("raw"), RawData.class);
    assertEquals(once, Json.pretty(MeasurementWriter.report(again)));
    assertNotNull(again.end());
  }

  private static MeasurementReport warm(double[] walls) {
    List<ForkRecord> forks = new ArrayList<>();
    for (String arm : List.of("base", "new")) {
      Iteration[] runs = new Iteration[walls.length];
      for (int i = 0; i < walls.length; i++) {
        runs[i] = Made.valid(i, walls[i], Made.DIGEST);
      }
      forks.add(Made.fork(1, forks.size(), arm, runs));
    }
    return MeasurementWriter.report(
        new RawData(
            Made.header(1, walls.length - 1, "base", "new"),
            forks,
            List.of(new BlockRecord(BlockRecord.KIND, 1, 1, true, null)),
            new EndRecord(EndRecord.KIND, EndRecord.COMPLETE)));
  }

  private static ForkRecord failed(int block, CellStatus status, String reason) {
    return Made.fork(block, 1, "new", Made.without(status, reason, 1));
  }

  private static RawData with(RawData raw, List<ForkRecord> forks) {
    return new RawData(raw.header(), forks, raw.blocks(), raw.end());
  }

  private static ComparisonFigure wall(RawData raw) {
    return MeasurementWriter.report(raw).analysis().comparisons().get(0);
  }

  private static RawData raw(int blocks, DoubleUnaryOperator base, DoubleUnaryOperator candidate) {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("base", base);
    walls.put("new", candidate);
    return Made.raw(blocks, walls);
  }
}
