package dev.plumbline.runners.measure.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ControlLimitTest {
  private final ControlLimit limit = new ControlLimit();

  @Test
  void allowsAnythingBeforeTheFirstRun() {
    assertEquals(Double.POSITIVE_INFINITY, limit.seconds());
  }

  @Test
  void isAQuarterAboveTheMedianOfAQuietMachine() {
    addAll(0.010, 0.010, 0.010, 0.010);
    assertEquals(0.0125, limit.seconds(), 1e-12);
  }

  @Test
  void isWiderWhereTheMachineIsRestless() {
    addAll(0.010, 0.012, 0.014, 0.016, 0.018);
    assertEquals(0.014 + 6 * 1.4826 * 0.002, limit.seconds(), 1e-12);
  }

  @Test
  void doesNotFollowOneDisturbance() {
    addAll(0.010, 0.010, 0.010, 0.010, 0.5);
    assertEquals(0.0125, limit.seconds(), 1e-12);
  }

  @Test
  void followsAMachineThatHasBecomeAnother() {
    for (int i = 0; i < ControlLimit.KEPT; i++) {
      limit.add(0.010);
    }
    for (int i = 0; i < ControlLimit.KEPT; i++) {
      limit.add(0.020);
    }
    assertEquals(0.025, limit.seconds(), 1e-12);
  }

  @Test
  void theWorkloadDoesTheSameWorkEachTime() throws Exception {
    try (ControlWorkload workload = new ControlWorkload()) {
      long before = workload.result();
      assertTrue(workload.seconds() > 0);
      long first = workload.result() - before;
      workload.seconds();
      assertEquals(first, workload.result() - before - first);
      assertNotEquals(0, first);
    }
  }

  private void addAll(double... seconds) {
    for (double s : seconds) {
      limit.add(s);
    }
  }
}
