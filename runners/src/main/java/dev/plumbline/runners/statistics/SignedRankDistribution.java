package dev.plumbline.runners.statistics;

/**
 * The exact null distribution of the signed-rank statistic W+: each rank counts with probability
 * one half, independently. Ranks are doubled, so that midranks are integers.
 */
final class SignedRankDistribution {
  /** The probability of each doubled sum. */
  private final double[] probabilities;

  private SignedRankDistribution(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /** Of n ranks without ties: 1 to n. */
  static SignedRankDistribution untied(int n) {
    int[] doubled = new int[n];
    for (int i = 0; i < n; i++) {
      doubled[i] = 2 * (i + 1);
    }
    return given(doubled);
  }

  /** Given the doubled ranks, in ascending order. */
  static SignedRankDistribution given(int[] doubledRanks) {
    int total = 0;
    for (int rank : doubledRanks) {
      total += rank;
    }
    double[] p = new double[total + 1];
    p[0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        p[sum] = (p[sum] + (sum >= rank ? p[sum - rank] : 0)) / 2;
      }
    }
    return new SignedRankDistribution(p);
  }

  /** P(2 W+ <= sum). */
  double atMost(int sum) {
    double cumulative = 0;
    for (int i = 0; i <= sum; i++) {
      cumulative += probabilities[i];
    }
    return Math.min(1, cumulative);
  }

  /** P(2 W+ >= sum), which by symmetry is the other tail. */
  double atLeast(int sum) {
    return atMost(probabilities.length - 1 - sum);
  }

  /** How many sums, from 0 on, have together at most the given probability. */
  int sumsWithin(double tail) {
    double cumulative = 0;
    int count = 0;
    while (cumulative + probabilities[count] <= tail) {
      cumulative += probabilities[count++];
    }
    return count;
  }
}
