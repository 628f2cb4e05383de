package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {
  @Test
  void startsAfterWarmUp() {
    double[] iterations = {9, 7, 2.0, 2.02, 1.98, 2.01, 1.99, 2.0, 2.02, 1.98, 2.01, 1.99};
    SteadyState steady = SteadyState.of(iterations).orElseThrow();

    assertEquals(2, steady.firstIteration());
    assertEquals(10, steady.iterations());
    assertEquals(2, steady.mean(), 1e-12);
    assertEquals(0, steady.driftPerIteration(), 0.001);
  }

  @Test
  void isTheWholeForkWithoutWarmUp() {
    assertEquals(
        Optional.of(new SteadyState(0, 6, 3, 0)), SteadyState.of(new double[] {3, 3, 3, 3, 3, 3}));
  }

  @Test
  void keepsASlowIterationInItsMean() {
    double[] iterations = {2.0, 2.02, 1.98, 2.01, 1.99, 2.0, 5.0, 1.98, 2.01, 1.99};
    SteadyState steady = SteadyState.of(iterations).orElseThrow();
    assertEquals(10, steady.iterations());
    assertEquals(2.298, steady.mean(), 1e-12);
  }

  @Test
  void isNoneWhileTheLastLevelIsShort() {
    double[] iterations = {9, 9.1, 8.9, 9, 9.1, 8.9, 9, 2, 2.02, 1.98, 2.01, 1.99};
    assertEquals(Optional.empty(), SteadyState.of(iterations));
  }

  @Test
  void isNoneWhileItDrifts() {
    assertEquals(Optional.empty(), SteadyState.of(new double[] {1, 1.02, 1.04, 1.06, 1.08}));
    assertEquals(
        0.005,
        SteadyState.of(new double[] {0.99, 0.995, 1, 1.005, 1.01})
            .orElseThrow()
            .driftPerIteration(),
        1e-9);
  }

  @Test
  void isNoneInFewerThanFourIterations() {
    assertEquals(Optional.empty(), SteadyState.of(new double[] {1, 1, 1}));
    assertEquals(Optional.empty(), SteadyState.of(new double[0]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsWhatIsNoTime(double time) {
    assertThrows(
        IllegalArgumentException.class, () -> SteadyState.of(new double[] {1, time, 1, 1}));
  }
}
