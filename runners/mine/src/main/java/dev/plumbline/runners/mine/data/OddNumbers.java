package dev.plumbline.runners.mine.data;

/** Numbers that writers and readers of text get wrong. */
final class OddNumbers {

  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    -17.0,
    1e7,
    1e20,
    123456789012.0,
    1e-5,
    4.9e-324,
    2.2250738585072014e-308,
    1.7976931348623157e308,
    -9.99e-200,
    0.1 + 0.2,
    9007199254740992.0
  };
  private static final float[] FLOATS = {
    0.0f, -0.0f, 1.0f, -17.0f, 1.4e-45f, 3.4028235e38f, -9.99e-30f, 0.1f, 16777216f, 1.0e7f
  };

  private OddNumbers() {}

  static Double ofDoubles(Draw draw) {
    return DOUBLES[draw.below(DOUBLES.length)];
  }

  static Float ofFloats(Draw draw) {
    return FLOATS[draw.below(FLOATS.length)];
  }
}
