package dev.plumbline.runners.mine.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Choices whose shares fall as 1/rank^exponent; which choice has which rank is drawn too. */
final class Zipf {

  private final double[] cumulative;
  private final int[] byRank;

  Zipf(Draw draw, int choices, double exponent) {
    cumulative = new double[choices];
    double sum = 0;
    for (int k = 0; k < choices; k++) {
      sum += StrictMath.pow(k + 1, -exponent);
      cumulative[k] = sum;
    }
    byRank = IntStream.range(0, choices).toArray();
    Skew.shuffle(byRank, draw);
  }

  int choices() {
    return byRank.length;
  }

  int draw(Draw draw) {
    double u = draw.unit() * cumulative[cumulative.length - 1];
    int place = Arrays.binarySearch(cumulative, u);
    int rank = place >= 0 ? place + 1 : -place - 1;
    return byRank[Math.min(rank, byRank.length - 1)];
  }

  /** {@code values[from, to)} becomes distinct choices in ascending order. */
  void drawDistinct(Draw draw, int[] values, int from, int to) {
    int filled = from;
    while (filled < to) {
      int choice = draw(draw);
      if (!contains(values, from, filled, choice)) {
        values[filled++] = choice;
      }
    }
    Arrays.sort(values, from, to);
  }

  private static boolean contains(int[] values, int from, int to, int value) {
    for (int i = from; i < to; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }
}
