package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void holdsItsLimits() {
    Interval interval = new Interval(1, 2, 0.95);
    assertTrue(interval.contains(1) && interval.contains(2));
    assertFalse(interval.contains(Math.nextUp(2.0)) || interval.contains(Double.NaN));
  }

  @Test
  void exponentiatesItsLimits() {
    assertEquals(new Interval(1, Math.E, 0.9), new Interval(0, 1, 0.9).exponential());
  }

  @Test
  void rejectsLimitsThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 1 / 0.0, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 2, 95));
  }
}
