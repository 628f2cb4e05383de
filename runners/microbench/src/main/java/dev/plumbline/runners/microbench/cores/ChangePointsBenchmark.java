package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.statistics.ChangePoints;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The change points of a series of 200 noisy values. Proved by the places where its level was
 * changed when it was made.
 */
@State(Scope.Benchmark)
public class ChangePointsBenchmark {
  private static final int VALUES = 200;
  private static final List<Integer> PLANTED = List.of(20, 80);

  private final double[] series = series();
  private List<Integer> last = List.of();

  /** Segments the series once. */
  @Benchmark
  public List<Integer> segment() {
    last = ChangePoints.of(series);
    return last;
  }

  /** Holds the last segmentation to the planted one. */
  @TearDown
  public void prove() {
    Evidence.leave(
        Sha256.of(Arrays.toString(series)), "changes at " + PLANTED, "changes at " + last);
  }

  /** Warm-up, a level, and a lower one, with noise of a twentieth of the least step. */
  private static double[] series() {
    Random random = new Random(42);
    double[] values = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      double level = i < PLANTED.get(0) ? 5 : i < PLANTED.get(1) ? 2 : 1;
      values[i] = level + 0.05 * random.nextGaussian();
    }
    return values;
  }
}
