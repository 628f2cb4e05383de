package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

/** Why forks are the unit, and why arms are interleaved. No arm is faster in any of these. */
class SimulatedDesignTest {
  private static final int FORKS = 10;
  private static final int ITERATIONS = 30;

  /** Iterations of a fork share the fork's own speed, which varies by 2.5 %; they by 2 %. */
  private static double[][] forks(Random random) {
    double[][] forks = new double[FORKS][ITERATIONS];
    for (double[] fork : forks) {
      double own = 0.025 * random.nextGaussian();
      Arrays.setAll(fork, i -> own + 0.02 * random.nextGaussian());
    }
    return forks;
  }

  private static double[] pooled(double[][] forks) {
    return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] means(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(f -> Summary.of(f).mean()).toArray();
  }

  private static boolean welchRejects(double[] a, double[] b) {
    return TTest.withDefaults().test(a, b).getPValue() <= 0.05;
  }

  private static boolean signedRankRejects(double[] a, double[] b) {
    double[] differences = new double[a.length];
    Arrays.setAll(differences, i -> a[i] - b[i]);
    return SignedRank.of(differences).pValue() <= 0.05;
  }

  @Test
  void pooledIterationsCallADifferenceInMostRuns() {
    double rate =
        new Simulation("pooled iterations, t test", 2_000, 1)
            .rate(random -> welchRejects(pooled(forks(random)), pooled(forks(random))));
    assertTrue(rate > 0.60 && rate < 0.70, () -> "rate " + rate);
  }

  @Test
  void forkMeansCallADifferenceAtTheNominalRate() {
    double rate =
        new Simulation("fork means, t test", 4_000, 2)
            .rate(random -> welchRejects(means(forks(random)), means(forks(random))));
    assertTrue(rate > 0.03 && rate < 0.07, () -> "t test: " + rate);

    double exact =
        new Simulation("fork means, signed rank", 4_000, 3)
            .rate(random -> signedRankRejects(means(forks(random)), means(forks(random))));
    assertTrue(exact > 0.03 && exact < 0.07, () -> "signed rank: " + exact);
  }

  /** Twenty forks one after the other, 3 % slower at the end than at the start, and noise. */
  private static double[] session(Random random, double sd) {
    double[] forks = new double[2 * FORKS];
    Arrays.setAll(forks, i -> 0.03 * i / (forks.length - 1) + sd * random.nextGaussian());
    return forks;
  }

  private static boolean oneAfterTheOtherRejects(double[] session) {
    return welchRejects(
        Arrays.copyOf(session, FORKS), Arrays.copyOfRange(session, FORKS, 2 * FORKS));
  }

  private static boolean interleavedRejects(double[] session) {
    double[] a = new double[FORKS];
    double[] b = new double[FORKS];
    for (int pair = 0; pair < FORKS; pair++) {
      boolean aFirst = "ABBABAAB".charAt(2 * pair % 8) == 'A';
      a[pair] = session[2 * pair + (aFirst ? 0 : 1)];
      b[pair] = session[2 * pair + (aFirst ? 1 : 0)];
    }
    return signedRankRejects(a, b);
  }

  @Test
  void oneArmAfterTheOtherTakesDriftForADifference() {
    double quiet =
        new Simulation("3 % drift, A then B, noise 1.4 %", 4_000, 4)
            .rate(random -> oneAfterTheOtherRejects(session(random, 0.014)));
    assertTrue(quiet > 0.57 && quiet < 0.67, () -> "rate " + quiet);

    double noisy =
        new Simulation("3 % drift, A then B, noise 2 %", 4_000, 5)
            .rate(random -> oneAfterTheOtherRejects(session(random, 0.02)));
    assertTrue(noisy > 0.30 && noisy < 0.42, () -> "rate " + noisy);
  }

  @Test
  void interleavedArmsDoNot() {
    double quiet =
        new Simulation("3 % drift, ABBA BAAB, noise 1.4 %", 4_000, 6)
            .rate(random -> interleavedRejects(session(random, 0.014)));
    assertTrue(quiet > 0.03 && quiet < 0.07, () -> "rate " + quiet);

    double noisy =
        new Simulation("3 % drift, ABBA BAAB, noise 2 %", 4_000, 7)
            .rate(random -> interleavedRejects(session(random, 0.02)));
    assertTrue(noisy > 0.03 && noisy < 0.07, () -> "rate " + noisy);
  }

  @Test
  void anArmAgainstItselfIsSignificantAtTheNominalRate() {
    double rate =
        new Simulation("A/A, 20 pairs", 4_000, 8)
            .rate(
                random ->
                    PairedRatio.of(Noise.SKEWED.times(random, 20), Noise.SKEWED.times(random, 20))
                            .pValue()
                        <= 0.05);
    assertTrue(rate > 0.035 && rate < 0.065, () -> "rate " + rate);
  }
}
