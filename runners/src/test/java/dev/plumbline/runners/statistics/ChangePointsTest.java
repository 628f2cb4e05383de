package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
  @Test
  void findsWhereTheLevelChanges() {
    assertEquals(List.of(10, 25), ChangePoints.of(levels(1, 0.5, 10, 15, 15, 5, 20, 8)));
  }

  @Test
  void doesNotDependOnTheUnit() {
    double[] series = levels(1, 0.5, 10, 15, 15, 5, 20, 8);
    double[] inOtherUnits = Arrays.stream(series).map(x -> 1e9 + 1e6 * x).toArray();
    assertEquals(ChangePoints.of(series), ChangePoints.of(inOtherUnits));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 50})
  void findsNothingInAConstantSeries(int n) {
    double[] constant = new double[n];
    Arrays.fill(constant, 0.1);
    assertEquals(List.of(), ChangePoints.of(constant));
  }

  @Test
  void takesRoundingForNoNoise() {
    double sum = 0.1 + 0.2;
    double[] series = {0.3, 0.3, 0.3, sum, sum, sum, 0.3, sum, sum, sum, sum, sum};
    assertEquals(List.of(), ChangePoints.of(series));
  }

  @Test
  void findsAStepWithoutNoise() {
    assertEquals(List.of(8), ChangePoints.of(levels(0, 0, 8, 1, 12, 2)));
  }

  @Test
  void findsNothingInFewValues() {
    assertEquals(List.of(), ChangePoints.of(new double[] {1, 1, 100}));
  }

  @Test
  void takesOneSlowValueForNoLevel() {
    double[] series = levels(2, 0.5, 30, 10);
    series[12] = 40;
    series[29] = 50;
    assertEquals(List.of(), ChangePoints.of(series));
  }

  @Test
  void findsASlowStart() {
    double[] series = levels(3, 0.5, 30, 10);
    series[0] = 60;
    series[1] = 25;
    assertEquals(List.of(2), ChangePoints.of(series));
  }

  @Test
  void findsTheLeastSumOfAllSegmentations() {
    Random random = new Random(11);
    for (int run = 0; run < 200; run++) {
      double[] series = random.doubles(10).map(Math::log).toArray();
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int cuts = 0; cuts < 1 << 9; cuts++) {
        double sum = penalisedSum(series, cuts);
        if (sum < least) {
          least = sum;
          best = cuts;
        }
      }
      assertEquals(best, cutsOf(ChangePoints.lastStarts(series, PENALTY)), "run " + run);
    }
  }

  private static final double PENALTY = 1.5;

  /** Bit i is set where a segment starts at i + 1. */
  private static int cutsOf(int[] lastStarts) {
    int cuts = 0;
    for (int start = lastStarts[lastStarts.length - 1]; start > 0; start = lastStarts[start]) {
      cuts |= 1 << (start - 1);
    }
    return cuts;
  }

  private static double penalisedSum(double[] series, int cuts) {
    double sum = 0;
    int start = 0;
    for (int end = 1; end <= series.length; end++) {
      if (end == series.length || (cuts >> (end - 1) & 1) == 1) {
        if (end - start < 2) {
          return Double.POSITIVE_INFINITY;
        }
        double[] segment = Arrays.copyOfRange(series, start, end);
        double mean = Arrays.stream(segment).average().orElseThrow();
        sum += PENALTY + Arrays.stream(segment).map(x -> (x - mean) * (x - mean)).sum();
        start = end;
      }
    }
    return sum;
  }

  @Test
  void rejectsWhatIsNotFinite() {
    assertThrows(
        IllegalArgumentException.class, () -> ChangePoints.of(new double[] {1, Double.NaN}));
  }

  /** Normal noise about levels, each for a number of values. */
  private static double[] levels(long seed, double sigma, double... lengthsAndLevels) {
    Random random = new Random(seed);
    double[] series = {};
    for (int i = 0; i < lengthsAndLevels.length; i += 2) {
      int start = series.length;
      series = Arrays.copyOf(series, start + (int) lengthsAndLevels[i]);
      for (int j = start; j < series.length; j++) {
        series[j] = lengthsAndLevels[i + 1] + sigma * random.nextGaussian();
      }
    }
    return series;
  }
}
