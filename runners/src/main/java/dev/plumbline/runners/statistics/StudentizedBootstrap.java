package dev.plumbline.runners.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Bootstrap-t intervals (Efron and Tibshirani, An Introduction to the Bootstrap, section 12.5) for
 * figures that are composed of several measurements of each block: sums of stages, geometric means
 * over sizes. Blocks are drawn with replacement, 9,999 times; each draw's deviation from the
 * estimate is divided by its own standard error, which is the jackknife's. The figure should be
 * smooth (no median) and on a scale where its error does not depend on its size: the logarithm of a
 * ratio, whose limits are then exponentiated.
 */
public final class StudentizedBootstrap {
  private static final int RESAMPLES = 9_999;
  private static final int FEWEST_BLOCKS = 6;

  /** Below this part of the figure a standard error is rounding. */
  private static final double ROUNDING = 1e-12;

  private StudentizedBootstrap() {}

  /** A figure of some blocks. */
  @FunctionalInterface
  public interface Statistic {
    /**
     * The figure of the blocks with these indices, each as often as it occurs; finite.
     *
     * @param blocks not to be changed or kept
     */
    double of(int[] blocks);
  }

  /**
   * The interval of the figure.
   *
   * <p>A draw without spread (one block, over and over, or blocks that are all alike) has no
   * standard error of its own: that of all blocks stands in. If all blocks together have none, both
   * limits are the figure itself.
   *
   * @param blocks how many there are: the indices are 0 to {@code blocks - 1}
   * @param seed of the draws; the same seed gives the same interval
   * @throws IllegalArgumentException with fewer than 6 blocks, for a level not between 0 and 1, or
   *     if the figure is not finite
   */
  public static Interval interval(int blocks, Statistic statistic, double level, long seed) {
    return interval(blocks, statistic, level, seed, RESAMPLES);
  }

  static Interval interval(
      int blocks, Statistic statistic, double level, long seed, int resamples) {
    if (blocks < FEWEST_BLOCKS) {
      throw new IllegalArgumentException(
          "An interval needs at least %d blocks, found %d".formatted(FEWEST_BLOCKS, blocks));
    }
    double tail = (1 - Sample.checkedLevel(level)) / 2;
    Studentized all = Studentized.of(IntStream.range(0, blocks).toArray(), statistic);
    if (!all.hasSpread()) {
      return new Interval(all.figure, all.figure, level);
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] t = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      int[] drawn = random.ints(blocks, 0, blocks).toArray();
      Studentized draw = Studentized.of(drawn, statistic);
      double error = draw.hasSpread() ? draw.standardError : all.standardError;
      t[i] = (draw.figure - all.figure) / error;
    }
    Arrays.sort(t);
    int rank = (int) Math.max(1, Math.round((resamples + 1) * tail));
    return new Interval(
        all.figure - t[resamples - rank] * all.standardError,
        all.figure - t[rank - 1] * all.standardError,
        level);
  }

  /** A figure and its jackknife standard error: sqrt((n-1)/n sum (figure without i - mean)^2). */
  private record Studentized(double figure, double standardError) {

    static Studentized of(int[] blocks, Statistic statistic) {
      int n = blocks.length;
      double[] without = new double[n];
      int[] rest = Arrays.copyOfRange(blocks, 1, n);
      for (int i = 0; i < n; i++) {
        without[i] = finite(statistic.of(rest));
        if (i < n - 1) {
          rest[i] = blocks[i];
        }
      }
      double mean = Arrays.stream(without).sum() / n;
      double squares = 0;
      for (double figure : without) {
        squares += (figure - mean) * (figure - mean);
      }
      return new Studentized(finite(statistic.of(blocks)), Math.sqrt(squares * (n - 1) / n));
    }

    boolean hasSpread() {
      return standardError > ROUNDING * Math.abs(figure);
    }

    private static double finite(double figure) {
      if (!Double.isFinite(figure)) {
        throw new IllegalArgumentException("The figure of some blocks is not finite: " + figure);
      }
      return figure;
    }
  }
}
