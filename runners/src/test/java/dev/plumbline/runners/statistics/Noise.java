package dev.plumbline.runners.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Kinds of noise, as logarithms, all with mean 0. */
enum Noise {
  NORMAL,
  /** Student's t with 3 degrees of freedom. */
  HEAVY_TAILED,
  /** Exponential: never much faster, at times much slower. */
  SKEWED,
  /** Exponential of a normal: a stall that now and then takes very long. */
  VERY_SKEWED;

  double[] draw(Random random, int n, double scale) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> scale * draw(random));
    return values;
  }

  /** Times about 1, with a scale of 5 %. */
  double[] times(Random random, int n) {
    return Arrays.stream(draw(random, n, 0.05)).map(Math::exp).toArray();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private double draw(Random random) {
    return switch (this) {
      case NORMAL -> random.nextGaussian();
      case HEAVY_TAILED -> student3(random);
      case SKEWED -> -Math.log(1 - random.nextDouble()) - 1;
      case VERY_SKEWED -> Math.exp(random.nextGaussian()) - Math.exp(0.5);
    };
  }

  private static double student3(Random random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double z = random.nextGaussian();
      squares += z * z;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
