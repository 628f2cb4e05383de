package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceTest {
  @Test
  void isClearWhenAllDifferencesAreSmall() {
    double[] small = {0.001, -0.002, 0.003, -0.001, 0.002, 0.001};
    assertEquals(1 / 64.0, Equivalence.pValue(small, 0.05), 1e-12);
  }

  @Test
  void isNotShownByADifferenceAsLargeAsTheMargin() {
    double[] large = {0.04, 0.05, 0.06, 0.055, 0.045, 0.05};
    assertTrue(Equivalence.pValue(large, 0.05) > 0.3);
  }

  @Test
  void doesNotDependOnTheDirection() {
    double[] x = {0.04, 0.01, -0.02, 0.03, 0.0, 0.025, 0.031};
    double[] opposite = Arrays.stream(x).map(d -> -d).toArray();
    assertEquals(Equivalence.pValue(x, 0.05), Equivalence.pValue(opposite, 0.05), 1e-12);
  }

  @Test
  void agreesWithTheNinetyPercentInterval() {
    Random random = new Random(3);
    double limit = Math.log(1.05);
    for (int run = 0; run < 500; run++) {
      double center = 0.06 * random.nextDouble();
      double[] x = random.doubles(10, center - 0.08, center + 0.08).toArray();
      Interval interval = SignedRank.of(x).interval(0.90).orElseThrow();
      boolean inside = -limit < interval.low() && interval.high() < limit;
      assertEquals(inside, Equivalence.pValue(x, 0.05) <= 0.05);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.05, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsWhatIsNoMargin(double margin) {
    double[] one = {0};
    assertThrows(IllegalArgumentException.class, () -> Equivalence.pValue(one, margin));
  }
}
