package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OutliersTest {
  /** Quartiles of 1 to 9 are 3 and 7: the fences are at -3 and 13. */
  @Test
  void countsWhatLiesBeyondTheFences() {
    assertEquals(0, Outliers.tukey(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 13}));
    assertEquals(1, Outliers.tukey(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 13.1}));
    assertEquals(2, Outliers.tukey(new double[] {-20, 2, 3, 4, 5, 6, 7, 8, 30}));
  }

  @Test
  void countsEveryDepartureFromAConstant() {
    assertEquals(1, Outliers.tukey(new double[] {2, 2, 2, 2, 2, 2, 2.1}));
    assertEquals(0, Outliers.tukey(new double[] {2}));
  }

  @Test
  void rejectsNoValues() {
    assertThrows(IllegalArgumentException.class, () -> Outliers.tukey(new double[0]));
  }
}
