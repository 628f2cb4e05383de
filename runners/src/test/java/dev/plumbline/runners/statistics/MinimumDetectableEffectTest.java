package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumDetectableEffectTest {
  /** The method's table for 10 pairs, in percent. */
  @ParameterizedTest
  @CsvSource({"1, 1.0", "2, 2.0", "5, 5.1", "10, 10.5"})
  void isAboutTheDeviationAtTenPairs(double sdPct, double effectPct) {
    assertEquals(effectPct, 100 * MinimumDetectableEffect.of(sdPct / 100, 10), 0.05);
  }

  /** Student's t at 9 degrees of freedom, from printed tables: 2.262 and 0.883. */
  @Test
  void followsTheFormulaWithTabulatedQuantiles() {
    double expected = Math.exp((2.262 + 0.883) * 0.05 / Math.sqrt(10)) - 1;
    assertEquals(expected, MinimumDetectableEffect.of(0.05, 10), 1e-5);
  }

  @Test
  void isInfiniteWhereTheTestCannotReject() {
    assertEquals(Double.POSITIVE_INFINITY, MinimumDetectableEffect.of(0.01, 5));
    assertTrue(MinimumDetectableEffect.of(0.01, 6) < 0.02);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.05", "0.05, 0.01", "0.02, 0.05", "0.001, 0.05", "0.3, 0.02"})
  void pairsForIsTheFewestThatAreEnough(double sdLog, double effect) {
    int pairs = MinimumDetectableEffect.pairsFor(sdLog, effect);
    assertTrue(MinimumDetectableEffect.of(sdLog, pairs) <= effect);
    assertTrue(MinimumDetectableEffect.of(sdLog, pairs - 1) > effect);
  }

  @Test
  void rejectsWhatNoNumberOfPairsCanFind() {
    assertThrows(IllegalArgumentException.class, () -> MinimumDetectableEffect.pairsFor(0.05, 0));
    assertThrows(IllegalArgumentException.class, () -> MinimumDetectableEffect.pairsFor(1, 1e-9));
    assertThrows(
        IllegalArgumentException.class, () -> MinimumDetectableEffect.pairsFor(0.05, Double.NaN));
  }

  @Test
  void rejectsWhatIsNoDeviation() {
    assertThrows(IllegalArgumentException.class, () -> MinimumDetectableEffect.of(-1, 10));
    assertThrows(IllegalArgumentException.class, () -> MinimumDetectableEffect.of(Double.NaN, 10));
    assertThrows(IllegalArgumentException.class, () -> MinimumDetectableEffect.of(0.1, 0));
  }
}
