package dev.plumbline.runners.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
  /**
   * Two-sided 5 % critical values of the signed-rank statistic, as printed in statistics textbooks.
   */
  @Test
  void cutsAtTheTabulatedCriticalValues() {
    int[][] table = {{6, 0}, {7, 2}, {8, 3}, {9, 5}, {10, 8}, {12, 13}, {15, 25}, {20, 52}};
    for (int[] row : table) {
      assertEquals(row[1] + 1, PairedRatio.criticalCount(row[0]), () -> "n = " + row[0]);
    }
  }

  @Test
  void findsAConstantRatioExactly() {
    double[] base = {1, 2, 3, 4, 5, 6};
    double[] twice = {2, 4, 6, 8, 10, 12};

    PairedRatio ratio = PairedRatio.of(twice, base);

    assertEquals(2, ratio.estimate(), 1e-12);
    assertEquals(2, ratio.low(), 1e-12);
    assertEquals(2, ratio.high(), 1e-12);
  }

  @Test
  void coversTheTruthInAboutNinetyFivePercentOfSimulations() {
    Random random = new Random(1);
    int covered = 0;
    for (int i = 0; i < 4_000; i++) {
      double[] base = new double[10];
      double[] candidate = new double[10];
      for (int j = 0; j < 10; j++) {
        base[j] = Math.exp(random.nextGaussian() * 0.3);
        candidate[j] = 1.1 * base[j] * Math.exp(random.nextGaussian() * 0.05);
      }
      PairedRatio ratio = PairedRatio.of(candidate, base);
      covered += ratio.low() <= 1.1 && 1.1 <= ratio.high() ? 1 : 0;
    }
    double coverage = covered / 4_000.0;
    assertTrue(coverage > 0.94 && coverage < 0.965, () -> "coverage " + coverage);
  }

  @Test
  void makesNoClaimFromFewerThanSixPairs() {
    double[] five = {1, 2, 3, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(five, five));
  }
}
