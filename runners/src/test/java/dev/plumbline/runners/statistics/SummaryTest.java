package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final double EXACT = 1e-12;

  @Test
  void followsTheFormulasByHand() {
    Summary summary = Summary.of(new double[] {10, 1, 2, 9, 3, 8, 4, 7, 5, 60});

    assertEquals(10, summary.n());
    assertEquals(10.9, summary.mean(), EXACT);
    assertEquals(Math.sqrt(2760.9 / 9), summary.stddev(), EXACT);
    assertEquals(1, summary.min());
    assertEquals(60, summary.max());
    assertEquals(6, summary.median());
    assertEquals(10, summary.p90());
    assertEquals(60, summary.p95());
    assertEquals(49.0 / 9, summary.trimmedMeanDropHigh10pct(), EXACT);
    // 1 2 3 4 | 5 7 8 9 | 10 60
    assertEquals(7.25, summary.medianOfMeans(), EXACT);
    assertEquals(100 * summary.stddev() / 10.9, summary.cvPct(), EXACT);
  }

  @Test
  void takesPercentilesByNearestRank() {
    for (int n = 1; n <= 2_000; n++) {
      Summary summary = Summary.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
      int rank90 = (90 * n + 99) / 100;
      int rank95 = (95 * n + 99) / 100;
      assertEquals(rank90, summary.p90(), "p90 of 1 to " + n);
      assertEquals(rank95, summary.p95(), "p95 of 1 to " + n);
    }
  }

  @Test
  void summarisesOneValueAsItself() {
    assertEquals(new Summary(1, 4, 0, 4, 4, 4, 4, 4, 4, 4, 0), Summary.of(new double[] {4}));
  }

  @Test
  void cutsFewValuesIntoFewerGroups() {
    assertEquals(2, Summary.of(new double[] {1, 3}).medianOfMeans());
    assertEquals(2.5, Summary.of(new double[] {4, 1, 3, 2}).medianOfMeans());
  }

  @Test
  void hasNoVariationWhereAllIsZero() {
    assertEquals(0, Summary.of(new double[] {0, 0, 0}).cvPct());
  }

  @Test
  void leavesItsInputAsItIs() {
    double[] values = {3, 1, 2};
    Summary.of(values);
    assertEquals(3, values[0]);
  }

  @Test
  void writesTheOriginalSuitesNames() {
    JsonNode json = Json.mapper().valueToTree(Summary.of(new double[] {1, 2}));

    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "n",
            "mean",
            "stddev",
            "min",
            "max",
            "median",
            "p90",
            "p95",
            "trimmed_mean_drop_high_10pct",
            "median_of_means",
            "cv_pct"),
        names);
  }

  @Test
  void rejectsNoValues() {
    assertThrows(IllegalArgumentException.class, () -> Summary.of(new double[0]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void rejectsAndNamesWhatIsNotFinite(double value) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Summary.of(new double[] {1, value, 2}));
    assertTrue(e.getMessage().contains(value + " at index 1"), e.getMessage());
  }
}
