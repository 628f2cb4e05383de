package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {
  private static final double EXACT = 1e-12;

  /** Hamilton depression factor IV before less after, of nine patients: Hollander and Wolfe. */
  private static final double[] DEPRESSION = {
    1.83 - 0.878,
    0.50 - 0.647,
    1.62 - 0.598,
    2.48 - 2.05,
    1.68 - 1.06,
    1.88 - 1.29,
    1.55 - 1.06,
    3.06 - 3.14,
    1.30 - 1.29
  };

  @Test
  void agreesWithThePublishedExample() {
    SignedRank ranks = SignedRank.of(DEPRESSION);

    assertEquals(0.46, ranks.estimate(), EXACT);
    Interval interval = ranks.interval(0.95).orElseThrow();
    assertEquals(0.010, interval.low(), EXACT);
    assertEquals(0.786, interval.high(), EXACT);
    assertEquals(20 / 512.0, ranks.pValue(), EXACT);
    assertEquals(10 / 512.0, ranks.pGreater(0), EXACT);
  }

  /** Two-sided critical values at 10 % and 5 %, as printed; -1: none. */
  @ParameterizedTest
  @CsvSource({
    "5, 0, -1",
    "6, 2, 0",
    "7, 3, 2",
    "8, 5, 3",
    "9, 8, 5",
    "10, 10, 8",
    "11, 13, 10",
    "12, 17, 13",
    "13, 21, 17",
    "14, 25, 21",
    "15, 30, 25",
    "16, 35, 29",
    "17, 41, 34",
    "18, 47, 40",
    "19, 53, 46",
    "20, 60, 52"
  })
  void limitsAreAtTheTabulatedCriticalValues(int n, int at10, int at5) {
    double[] powers = new double[n];
    for (int i = 0; i < n; i++) {
      powers[i] = Math.pow(3, i);
    }
    double[] walsh = sortedWalshAverages(powers);
    assertEquals(lowerLimit(walsh, at10), SignedRank.of(powers).interval(0.90).map(Interval::low));
    assertEquals(lowerLimit(walsh, at5), SignedRank.of(powers).interval(0.95).map(Interval::low));
  }

  private static Optional<Double> lowerLimit(double[] walsh, int critical) {
    return critical < 0 ? Optional.empty() : Optional.of(walsh[critical]);
  }

  private static double[] sortedWalshAverages(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .flatMap(i -> IntStream.rangeClosed(0, i).mapToObj(j -> (values[i] + values[j]) / 2))
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 10, 20, 40})
  void agreesWithCommonsStatisticsWithoutTies(int n) {
    Random random = new Random(n);
    WilcoxonSignedRankTest test = WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
    for (int run = 0; run < 50; run++) {
      double[] x = random.doubles(n, -1, 1.5).toArray();
      SignedRank ranks = SignedRank.of(x);
      assertEquals(test.test(x).getPValue(), ranks.pValue(), EXACT);
      assertEquals(
          test.with(AlternativeHypothesis.GREATER_THAN).test(x).getPValue(),
          ranks.pGreater(0),
          EXACT);
      assertEquals(
          test.with(AlternativeHypothesis.LESS_THAN).test(x).getPValue(), ranks.pLess(0), EXACT);
    }
  }

  @Test
  void countsAllPatternsOfSignsWithTiesAndZeros() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      double[] x = random.ints(1 + random.nextInt(10), -3, 5).asDoubleStream().toArray();
      double[] tails = EveryPatternOfSigns.tails(x);
      SignedRank ranks = SignedRank.of(x);
      assertEquals(tails[0], ranks.pGreater(0), EXACT);
      assertEquals(tails[1], ranks.pLess(0), EXACT);
      assertEquals(Math.min(1, 2 * Math.min(tails[0], tails[1])), ranks.pValue(), EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 17})
  void intervalHoldsExactlyTheShiftsThatAreNotRejected(int n) {
    Random random = new Random(n);
    for (int run = 0; run < 100; run++) {
      SignedRank ranks = SignedRank.of(random.doubles(n, -1, 1).toArray());
      Interval interval = ranks.interval(0.95).orElseThrow();
      double shift = random.nextDouble() * 2 - 1;
      double p = 2 * Math.min(ranks.pGreater(shift), ranks.pLess(shift));
      assertEquals(interval.contains(shift), p > 0.05, "shift " + shift);
    }
  }

  @Test
  void saysNothingOfZerosAlone() {
    SignedRank ranks = SignedRank.of(new double[6]);
    assertEquals(1, ranks.pValue());
    assertEquals(1, ranks.pGreater(0));
    assertEquals(1, ranks.pLess(0));
    assertEquals(new Interval(0, 0, 0.95), ranks.interval(0.95).orElseThrow());
  }

  @Test
  void worksForManyDifferences() {
    double[] x = new double[1_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 2 == 0 ? i + 1 : -i - 1;
    }
    SignedRank ranks = SignedRank.of(Arrays.copyOf(x, 200));
    // Positive ranks 1, 3, ... 199 sum to 10,000; the normal approximation gives z = -0.0609.
    assertEquals(0.951, ranks.pValue(), 0.002);
    assertTrue(ranks.interval(0.95).orElseThrow().contains(0));
    assertTrue(SignedRank.of(x).pValue() > 0.9);
    assertEquals(Math.pow(2, -199), SignedRank.of(positive(200)).pValue(), 1e-70);
  }

  private static double[] positive(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  @Test
  void rejectsMoreThanItCanCount() {
    assertThrows(IllegalArgumentException.class, () -> SignedRank.of(new double[1_001]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void rejectsWhatIsNoLevel(double level) {
    SignedRank ranks = SignedRank.of(DEPRESSION);
    assertThrows(IllegalArgumentException.class, () -> ranks.interval(level));
  }
}
