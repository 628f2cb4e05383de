package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThousandthsSumTest {
  private static final long SEED = 8;

  @Test
  void isExactHoweverFarItGoesOnItsWay() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      long high = 0;
      long low = 0;
      BigInteger exact = BigInteger.ZERO;
      for (int i = 0; i < 1 + round % 40; i++) {
        long number = random.nextLong() >> random.nextInt(64);
        high += ThousandthsSum.high(number);
        low += ThousandthsSum.low(number);
        exact = exact.add(BigInteger.valueOf(number));
      }
      boolean fits = exact.bitLength() < Long.SIZE;
      assertEquals(fits, ThousandthsSum.fits(high, low), "seed " + SEED);
      if (fits) {
        assertEquals(exact.longValueExact(), ThousandthsSum.value(high, low), "seed " + SEED);
      }
    }
  }
}
