package dev.plumbline.runners.measure.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.raw.ArmRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest
  @CsvSource({"1,6", "2,7", "3,7", "4,8", "6,8", "10,9"})
  void saysHowManyBlocksTellOneOfSoManyPairsApart(int family, int blocks) {
    assertEquals(blocks, Finding.fewestBlocks(family));
    assertTrue(family * Math.pow(2, 1 - blocks) <= 0.05);
    assertFalse(family * Math.pow(2, 2 - blocks) <= 0.05);
  }

  @Test
  void comparesEveryPairOfWallTimesAndNamesTheSlower() {
    List<ComparisonFigure> pairs = walls(8, 1, 1.14, 0.9);

    assertEquals(
        List.of(
            "b takes 1.14 times as long as a [1.14, 1.14]",
            "a takes 1.11 times as long as c [1.11, 1.11]",
            "b takes 1.27 times as long as c [1.27, 1.27]"),
        pairs.stream().map(ComparisonFigure::sentence).toList());
    assertEquals(3, pairs.get(0).family());
    assertEquals(3 * 2 / 256.0, pairs.get(0).ratio().pHolm(), 1e-12);
  }

  @Test
  void sixBlocksCannotTellOneOfThreePairsApart() {
    List<ComparisonFigure> pairs = walls(6, 1, 1.14, 0.9);

    assertTrue(pairs.stream().allMatch(c -> c.finding() == Finding.NO_CLAIM));
    assertEquals(
        List.of("no claim: 6 of 7 blocks, the fewest that can tell one of 3 pairs apart"),
        PairText.sentences(pairs));
  }

  @Test
  void sixBlocksTellOnePairApart() {
    assertEquals(Finding.LONGER, walls(6, 1, 1.14).get(0).finding());
    assertEquals(Finding.SHORTER, walls(6, 1, 0.5).get(0).finding());
    assertEquals("no claim for a and b: 5 of 6 blocks", walls(5, 1, 2).get(0).sentence());
  }

  @Test
  void whatTheBlocksDoNotTellApartIsNoDifferenceAndSaysWhatWouldBe() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("a", block -> 4);
    walls.put("b", block -> block % 2 == 0 ? 4.4 : 3.6);

    ComparisonFigure pair = pairs(10, walls).get(0);

    assertEquals(Finding.NO_DIFFERENCE, pair.finding());
    assertTrue(
        pair.sentence().matches("no difference found between a and b \\(MDE \\d+ %\\)"),
        pair::sentence);
  }

  @Test
  void aPairThatOnlyAloneWouldBeToldApartSaysSo() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("a", block -> 4);
    walls.put("b", block -> block == 1 ? 3.999 : 4.1 + 0.01 * block); // p = 4 / 2^8 = 0.0156
    walls.put("c", block -> block % 2 == 0 ? 4.4 + 0.01 * block : 3.6);
    walls.put("d", block -> block % 2 == 0 ? 3.6 : 4.4 + 0.01 * block);

    ComparisonFigure pair = pairs(8, walls).get(0);

    assertEquals(Finding.NOT_AFTER_CORRECTION, pair.finding(), pair::toString);
    assertTrue(pair.sentence().contains("after correction for 6 pairs"), pair::sentence);
  }

  @Test
  void aBusyMachineBearsNoMoreThanAFirstLook() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("a", FindingTest::four);
    walls.put("b", block -> 1.2 * four(block));
    ComparisonFigure quiet = pairs(20, walls).get(0);
    ComparisonFigure busy =
        MeasurementWriter.report(
                Made.with(Made.raw(20, walls), ArmRecord.PIPELINE, "others use 60 %"))
            .analysis()
            .comparisons()
            .get(0);

    assertEquals(Claim.PUBLISHED, quiet.claim());
    assertEquals(Claim.SMOKE, busy.claim());
    assertEquals(List.of("this machine was busy: others use 60 %"), busy.remarks());
  }

  @Test
  void mediansWhoseRatioIsAnotherAreExplained() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("a", block -> block <= 5 ? 4 : 40);
    walls.put("b", block -> block <= 5 ? 4.4 : 44);
    assertEquals(List.of(), pairs(9, walls).get(0).remarks());

    walls.put("b", block -> block == 5 ? 40 : block < 5 ? 4.4 : 44); // one block moves the median
    ComparisonFigure parted = pairs(9, walls).get(0);
    assertEquals(1.1, parted.ratio().estimate(), 1e-9);
    assertTrue(
        parted.remarks().get(0).startsWith("the medians of b and a have the ratio 10.000, outside"),
        parted::toString);
  }

  private static double four(double block) {
    return 4 + 0.01 * (block % 3);
  }

  private static List<ComparisonFigure> walls(int blocks, double... factors) {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    for (int i = 0; i < factors.length; i++) {
      double factor = factors[i];
      walls.put(String.valueOf((char) ('a' + i)), block -> factor * four(block));
    }
    return pairs(blocks, walls);
  }

  private static List<ComparisonFigure> pairs(int blocks, Map<String, DoubleUnaryOperator> walls) {
    return MeasurementWriter.report(Made.raw(blocks, walls)).analysis().comparisons().stream()
        .filter(c -> c.metric().equals(Metric.WALL.name()))
        .toList();
  }
}
