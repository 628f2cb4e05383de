package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {
  @Test
  void multipliesStepByStepInTheGivenOrder() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-12);
  }

  @Test
  void staysAtMostOne() {
    assertArrayEquals(new double[] {1, 1, 0.9}, Holm.adjust(new double[] {0.6, 1, 0.3}), 1e-12);
  }

  @Test
  void givesEqualValuesEqualResults() {
    assertArrayEquals(
        new double[] {0.06, 0.06, 0.06}, Holm.adjust(new double[] {0.02, 0.02, 0.02}), 1e-12);
  }

  @Test
  void leavesOneAsItIsAndNoneEmpty() {
    assertArrayEquals(new double[] {0.04}, Holm.adjust(new double[] {0.04}));
    assertArrayEquals(new double[0], Holm.adjust(new double[0]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void rejectsWhatIsNoProbability(double p) {
    assertThrows(IllegalArgumentException.class, () -> Holm.adjust(new double[] {0.1, p}));
  }
}
