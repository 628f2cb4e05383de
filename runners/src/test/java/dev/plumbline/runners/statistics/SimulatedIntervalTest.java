package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often nominal 95 % intervals of ten blocks hold the truth. */
class SimulatedIntervalTest {
  private static final int BLOCKS = 10;
  private static final double RATIO = 1.1;

  /** Both arms have the noise; the interval is of their ratio. */
  @ParameterizedTest
  @CsvSource({"NORMAL, 11", "HEAVY_TAILED, 12", "SKEWED, 13", "VERY_SKEWED, 14"})
  void signedRankLimitsCoverWhatTheyClaim(Noise noise, long seed) {
    double rate =
        new Simulation("signed-rank limits, noise of both arms " + noise, 5_000, seed)
            .rate(
                random -> {
                  double[] base = noise.times(random, BLOCKS);
                  double[] candidate = noise.times(random, BLOCKS);
                  Arrays.setAll(candidate, i -> RATIO * candidate[i]);
                  Interval interval = PairedRatio.of(candidate, base).interval95();
                  return interval != null && interval.contains(RATIO);
                });
    assertTrue(rate >= 0.94 && rate < 0.965, () -> "rate " + rate);
  }

  /**
   * Without symmetry they are limits of the pseudo-median, here that of an exponential: half the
   * median of a gamma distribution of shape 2.
   */
  @Test
  void signedRankLimitsCoverThePseudoMedianOfASkewedRatio() {
    double pseudoMedian = 1.678347 / 2 - 1;
    double rate =
        new Simulation("signed-rank limits, log ratio skewed", 5_000, 17)
            .rate(
                random ->
                    SignedRank.of(Noise.SKEWED.draw(random, BLOCKS, 1))
                        .interval(0.95)
                        .orElseThrow()
                        .contains(pseudoMedian));
    assertTrue(rate >= 0.94, () -> "rate " + rate);
  }

  /** Here the log ratios themselves have the noise, as when only one arm is noisy. */
  @ParameterizedTest
  @CsvSource({
    "NORMAL, 21, 0.88, 0.92",
    "HEAVY_TAILED, 22, 0.86, 0.92",
    "SKEWED, 23, 0.84, 0.89",
    "VERY_SKEWED, 24, 0.77, 0.83"
  })
  void percentileBootstrapCoversLess(Noise noise, long seed, double atLeast, double atMost) {
    double rate =
        new Simulation("percentile bootstrap of the mean, log ratio " + noise, 2_000, seed)
            .rate(random -> percentileInterval(noise.draw(random, BLOCKS, 1), random).contains(0));
    assertTrue(rate >= atLeast && rate <= atMost, () -> "rate " + rate);
  }

  private static Interval percentileInterval(double[] values, Random random) {
    double[] means = new double[999];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(means[24], means[974], 0.95);
  }

  /** Ties and zeros, as from a coarse clock: the closed interval claims less, not more. */
  @Test
  void signedRankLimitsHoldForRoundedDifferences() {
    double rate =
        new Simulation("signed-rank limits, differences rounded to 1 sd", 5_000, 15)
            .rate(
                random -> {
                  double[] rounded = Noise.NORMAL.draw(random, BLOCKS, 1);
                  Arrays.setAll(rounded, i -> Math.rint(rounded[i]));
                  return SignedRank.of(rounded).interval(0.95).orElseThrow().contains(0);
                });
    assertTrue(rate >= 0.95, () -> "rate " + rate);
  }

  /** Three sizes in each block: noise of the block, 5 %, and of each measurement, 10 %. */
  @Test
  void studentizedBootstrapCoversAGeometricMeanOfRatios() {
    double rate =
        new Simulation("studentized bootstrap, geometric mean of 3 sizes", 1_000, 16)
            .rate(
                random -> {
                  double[][] base = new double[3][BLOCKS];
                  double[][] candidate = new double[3][BLOCKS];
                  for (int block = 0; block < BLOCKS; block++) {
                    double common = Math.exp(0.05 * random.nextGaussian());
                    for (int size = 0; size < 3; size++) {
                      base[size][block] = common * Math.exp(0.1 * random.nextGaussian());
                      candidate[size][block] =
                          RATIO * common * Math.exp(0.1 * random.nextGaussian());
                    }
                  }
                  return StudentizedBootstrap.interval(
                          BLOCKS,
                          blocks -> logGeometricMean(candidate, base, blocks),
                          0.95,
                          random.nextLong(),
                          999)
                      .contains(Math.log(RATIO));
                });
    assertTrue(rate >= 0.93 && rate <= 0.975, () -> "rate " + rate);
  }

  /** A line through each block's three sizes: noise of the block, 5 %, and of each time. */
  @Test
  void signedRanksCoverWhatIsFixedWhatARowAddsAndItsTax() {
    assertCovers("lines, fixed", 41, 0.03, (of, to) -> ranks(of, LineFit::fixed).contains(4));
    assertCovers("lines, per row", 42, 0.03, (of, to) -> ranks(of, LineFit::perUnit).contains(4.5));
    assertCovers("lines, tax per row", 43, 0.03, SimulatedIntervalTest::coversTheTax);
    assertCovers(
        "lines, tax per row of a noisy arm", 44, 0.12, SimulatedIntervalTest::coversTheTax);
  }

  private static boolean coversTheTax(List<LineFit> of, List<LineFit> to) {
    double[] candidate = each(of, LineFit::perUnit);
    double[] base = each(to, LineFit::perUnit);
    return Objects.requireNonNull(PairedRatio.of(candidate, base).interval95()).contains(1.5);
  }

  private static void assertCovers(
      String name, int seed, double noise, BiPredicate<List<LineFit>, List<LineFit>> covered) {
    double rate =
        new Simulation(name, 2_000, seed)
            .rate(
                random -> {
                  double[] speed = new double[BLOCKS];
                  Arrays.setAll(speed, block -> Math.exp(0.05 * random.nextGaussian()));
                  return covered.test(
                      lines(random, speed, 4, 4.5, noise), lines(random, speed, 2, 3, 0.03));
                });
    assertTrue(rate >= 0.93 && rate <= 0.975, () -> "rate " + rate);
  }

  private static List<LineFit> lines(
      Random random, double[] speed, double fixed, double perUnit, double noise) {
    double[] sizes = {0.5, 1, 3};
    double[][] times = new double[BLOCKS][sizes.length];
    for (int block = 0; block < BLOCKS; block++) {
      for (int i = 0; i < sizes.length; i++) {
        double factor = speed[block] * Math.exp(noise * random.nextGaussian());
        times[block][i] = (fixed + perUnit * sizes[i]) * factor;
      }
    }
    double[] scales = new double[sizes.length];
    Arrays.setAll(
        scales,
        i -> Sample.median(Arrays.stream(times).mapToDouble(block -> block[i]).sorted().toArray()));
    return Arrays.stream(times).map(block -> LineFit.of(sizes, block, scales)).toList();
  }

  private static Interval ranks(List<LineFit> lines, ToDoubleFunction<LineFit> part) {
    return SignedRank.of(each(lines, part)).interval(0.95).orElseThrow();
  }

  private static double[] each(List<LineFit> lines, ToDoubleFunction<LineFit> part) {
    return lines.stream().mapToDouble(part).toArray();
  }

  private static double logGeometricMean(double[][] candidate, double[][] base, int[] blocks) {
    double product = 1;
    for (int size = 0; size < 3; size++) {
      double above = 0;
      double below = 0;
      for (int block : blocks) {
        above += candidate[size][block];
        below += base[size][block];
      }
      product *= above / below;
    }
    return Math.log(product) / 3;
  }
}
