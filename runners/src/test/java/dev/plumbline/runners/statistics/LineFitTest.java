package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class LineFitTest {
  private static final double[] SIZES = {5e5, 1e6, 3e6};

  @Test
  void findsTheLineThatTheTimesLieOn() {
    LineFit line = LineFit.of(SIZES, new double[] {3.5, 5, 11}, new double[] {3, 5, 12});

    assertEquals(2, line.fixed(), 1e-9);
    assertEquals(3e-6, line.perUnit(), 1e-15);
    assertEquals(8, line.at(2e6), 1e-9);
  }

  /** By hand: weights 1, 1/4 and 1/16 of scales of 1 s, 2 s and 4 s at sizes 0, 1 and 2. */
  @Test
  void aResidualCountsAsAFractionOfItsScale() {
    LineFit line =
        LineFit.of(new double[] {0, 1, 2}, new double[] {1, 2, 4}, new double[] {1, 2, 4});

    double meanSize = (0.25 + 2 / 16.0) / 1.3125;
    double meanTime = (1 + 0.5 + 0.25) / 1.3125;
    double both =
        -meanSize * (1 - meanTime)
            + 0.25 * (1 - meanSize) * (2 - meanTime)
            + (2 - meanSize) * (4 - meanTime) / 16;
    double squares =
        meanSize * meanSize + 0.25 * Math.pow(1 - meanSize, 2) + Math.pow(2 - meanSize, 2) / 16;
    assertEquals(both / squares, line.perUnit(), 1e-12);
    assertEquals(meanTime - line.perUnit() * meanSize, line.fixed(), 1e-12);
  }

  @Test
  void throughTwoGoesAnyLine() {
    double[] two = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> LineFit.of(two, two, two));
    assertThrows(IllegalArgumentException.class, () -> LineFit.of(SIZES, two, SIZES));
    assertThrows(IllegalArgumentException.class, () -> LineFit.of(SIZES, SIZES, two));
  }
}
