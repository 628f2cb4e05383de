package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.SignedRank;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The exact 95 % interval of 20 paired differences. Proved by the Walsh averages, sorted once more,
 * and the critical value that textbooks print for 20 pairs.
 */
@State(Scope.Benchmark)
public class SignedRankBenchmark {
  private static final int PAIRS = 20;

  /** Two-sided 5 % critical value of the signed-rank statistic at n = 20. */
  private static final int CRITICAL = 52;

  private final double[] differences = new Random(42).doubles(PAIRS, -0.05, 0.1).toArray();
  private Optional<Interval> last = Optional.empty();

  /** Computes the interval once. */
  @Benchmark
  public Optional<Interval> interval() {
    last = SignedRank.of(differences).interval(0.95);
    return last;
  }

  /** Holds the last interval to the averages that the table points at. */
  @TearDown
  public void prove() {
    double[] averages = new double[PAIRS * PAIRS];
    for (int i = 0; i < averages.length; i++) {
      int row = i / PAIRS;
      int column = i % PAIRS;
      // every pair once: the lower half of the square is put out of the way
      averages[i] =
          row <= column ? (differences[row] + differences[column]) / 2 : Double.POSITIVE_INFINITY;
    }
    Arrays.sort(averages);
    int count = PAIRS * (PAIRS + 1) / 2;
    String interval = "from %.9f to %.9f";
    Evidence.leave(
        Sha256.of(Arrays.toString(differences)),
        interval.formatted(averages[CRITICAL], averages[count - 1 - CRITICAL]),
        last.map(i -> interval.formatted(i.low(), i.high())).orElse("none"));
  }
}
