package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a real effect is found, and how often one is denied or invented. */
class SimulatedPowerTest {
  private static final double SD = 0.05;

  private static double[] logRatios(Random random, int pairs, double effect) {
    double[] noise = Noise.NORMAL.draw(random, pairs, SD);
    return Arrays.stream(noise).map(x -> Math.log1p(effect) + x).toArray();
  }

  @ParameterizedTest
  @CsvSource({"10, 31", "20, 32"})
  void theMinimumDetectableEffectIsFoundInEightyPercent(int pairs, long seed) {
    double effect = MinimumDetectableEffect.of(SD, pairs);
    double rate =
        new Simulation("power at the detectable effect, %d pairs".formatted(pairs), 10_000, seed)
            .rate(random -> SignedRank.of(logRatios(random, pairs, effect)).pValue() <= 0.05);
    assertEquals(0.80, rate, 0.04);
  }

  @ParameterizedTest
  @CsvSource({"10, 33", "20, 34"})
  void equivalenceIsClaimedWronglyInAtMostFivePercent(int pairs, long seed) {
    double rate =
        new Simulation("equivalence claimed at the margin, %d pairs".formatted(pairs), 10_000, seed)
            .rate(random -> Equivalence.pValue(logRatios(random, pairs, 0.05), 0.05) <= 0.05);
    assertTrue(rate > 0.03 && rate <= 0.055, () -> "rate " + rate);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 40, 0.13",
    "6, 41, 0.08",
    "10, 42, 0.08",
    "20, 43, 0.08",
    "50, 44, 0.08",
    "200, 45, 0.08"
  })
  void whiteNoiseSeldomChangesItsLevel(int n, long seed, double atMost) {
    double rate =
        new Simulation("change points in white noise, n = " + n, 4_000, seed)
            .rate(random -> !ChangePoints.of(Noise.NORMAL.draw(random, n, 1)).isEmpty());
    assertTrue(rate <= atMost, () -> "rate " + rate);
  }

  @ParameterizedTest
  @CsvSource({"10, 51, 0.4", "20, 52, 0.85", "50, 53, 0.85"})
  void aShiftOfThreeSigmaInTheMiddleIsFound(int n, long seed, double atLeast) {
    double rate =
        new Simulation("shift of 3 sigma found within 1 of its place, n = " + n, 4_000, seed)
            .rate(
                random -> {
                  double[] series = Noise.NORMAL.draw(random, n, 1);
                  for (int i = n / 2; i < n; i++) {
                    series[i] += 3;
                  }
                  List<Integer> starts = ChangePoints.of(series);
                  return starts.size() == 1 && Math.abs(starts.get(0) - n / 2) <= 1;
                });
    assertTrue(rate >= atLeast, () -> "rate " + rate);
  }
}
