package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StudentizedBootstrapTest {
  private static final double[] VALUES = {1.2, 0.8, 1.1, 0.95, 1.3, 0.7, 1.05, 0.9, 1.15, 1.0};

  private static StudentizedBootstrap.Statistic mean(double[] values) {
    return blocks -> Arrays.stream(blocks).mapToDouble(b -> values[b]).average().orElseThrow();
  }

  /**
   * For the mean, the jackknife's standard error is the classical one: t limits are a yardstick.
   */
  @Test
  void isNearStudentsIntervalForTheMeanOfEvenNoise() {
    Interval interval = StudentizedBootstrap.interval(10, mean(VALUES), 0.95, 1);
    double halfWidth = 2.262 * Summary.of(VALUES).stddev() / Math.sqrt(10);
    assertEquals(1.015 - halfWidth, interval.low(), 0.25 * halfWidth);
    assertEquals(1.015 + halfWidth, interval.high(), 0.25 * halfWidth);
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertEquals(
        StudentizedBootstrap.interval(10, mean(VALUES), 0.95, 5),
        StudentizedBootstrap.interval(10, mean(VALUES), 0.95, 5));
    assertNotEquals(
        StudentizedBootstrap.interval(10, mean(VALUES), 0.95, 5),
        StudentizedBootstrap.interval(10, mean(VALUES), 0.95, 6));
  }

  @Test
  void movesAndScalesWithTheFigure() {
    Interval plain = StudentizedBootstrap.interval(10, mean(VALUES), 0.9, 5);
    Interval moved = StudentizedBootstrap.interval(10, b -> 3 * mean(VALUES).of(b) + 7, 0.9, 5);
    assertEquals(3 * plain.low() + 7, moved.low(), 1e-9);
    assertEquals(3 * plain.high() + 7, moved.high(), 1e-9);
  }

  @Test
  void isAPointWhereNothingVaries() {
    double[] same = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    Interval interval = StudentizedBootstrap.interval(7, mean(same), 0.95, 1);
    assertEquals(0.1, interval.low(), 1e-15);
    assertEquals(interval.low(), interval.high());
  }

  @Test
  void staysFiniteWhenMostBlocksAreAlike() {
    double[] mostly = {1, 1, 1, 1, 1, 1, 2};
    Interval interval = StudentizedBootstrap.interval(7, mean(mostly), 0.95, 1);
    assertTrue(interval.contains(8 / 7.0));
    assertTrue(interval.high() - interval.low() < 10);
  }

  @Test
  void rejectsTooFewBlocksAndFiguresThatAreNotFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> StudentizedBootstrap.interval(5, mean(VALUES), 0.95, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> StudentizedBootstrap.interval(6, b -> Double.NaN, 0.95, 1));
    assertThrows(
        IllegalArgumentException.class, () -> StudentizedBootstrap.interval(6, mean(VALUES), 1, 1));
  }
}
