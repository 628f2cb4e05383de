package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.RowList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KeyFormTest {
  private static final long SEED = 31;

  @Test
  void doublesStandInTheirOrderNaNLast() {
    assertInOrder(
        List.of(
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            -1.5,
            -Double.MIN_VALUE,
            0.0,
            Double.MIN_VALUE,
            1.5,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN),
        KeyFormTest::ofDouble,
        ColumnType.DOUBLE);
  }

  @Test
  void zerosAreOneKeyAndSoAreAllNaNs() {
    assertArrayEquals(ofDouble(0.0), ofDouble(-0.0));
    assertArrayEquals(ofDouble(Double.NaN), ofDouble(Double.longBitsToDouble(0xfff8000000000001L)));
  }

  @Test
  void textsStandInTheOrderOfTheirBytes() {
    assertInOrder(
        List.of(
            "",
            "\u0000",
            "\u0000\u0000",
            "a",
            "a\u0000",
            "a\u0000\u0000\u0000\u0000\u0000\u0000",
            "a\u0000\u0000\u0000\u0000\u0000\u0000\u0000",
            "aa",
            "abcdef",
            "abcdefg",
            "abcdefg\u0000",
            "abcdefgh",
            "abcdefghi",
            "b",
            "\uFFFD",
            "\uD83C\uDF3E"),
        text -> text.getBytes(StandardCharsets.UTF_8),
        ColumnType.STRING);
  }

  @Test
  void integersStandInTheirOrder() {
    assertInOrder(
        List.of(Long.MIN_VALUE, -256L, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE),
        value -> {
          byte[] bytes = new byte[Long.BYTES];
          KeyForm.int64(value, bytes);
          return bytes;
        },
        ColumnType.INT64);
  }

  @Test
  void decimalsStandInTheOrderOfTheirValuesWhateverTheirScale() {
    Random random = new Random(SEED);
    List<BigDecimal> decimals = new ArrayList<>(List.of(BigDecimal.ZERO));
    for (int i = 0; i < 300; i++) {
      BigInteger unscaled = new BigInteger(1 + random.nextInt(126), random);
      BigDecimal value = new BigDecimal(unscaled, random.nextInt(76) - 38);
      decimals.add(value);
      decimals.add(value.negate());
      decimals.add(value.add(BigDecimal.ONE));
      decimals.add(new BigDecimal(random.nextInt(30) - 15).scaleByPowerOfTen(random.nextInt(3)));
    }
    assertInOrder(
        decimals.stream().map(BigDecimal::stripTrailingZeros).distinct().sorted().toList(),
        DecimalKey::of,
        ColumnType.DECIMAL);
  }

  @Test
  void aDecimalIsOneKeyInEveryScale() {
    for (String value : List.of("0", "1.1", "-1.1", "1200", "-1200")) {
      BigDecimal plain = new BigDecimal(value);
      assertArrayEquals(DecimalKey.of(plain), DecimalKey.of(plain.setScale(20)), value);
    }
  }

  private static byte[] ofDouble(double value) {
    byte[] bytes = new byte[Long.BYTES];
    KeyForm.doubleBits(value, bytes);
    return bytes;
  }

  /** The keys of ascending values ascend, by bytes and by prefix, and read back as the values. */
  private static <T> void assertInOrder(
      List<T> ascending, Function<T, byte[]> form, ColumnType type) {
    for (int i = 0; i < ascending.size(); i++) {
      byte[] key = form.apply(ascending.get(i));
      for (int j = 0; j < ascending.size(); j++) {
        byte[] other = form.apply(ascending.get(j));
        String both = "%s and %s, seed %d".formatted(ascending.get(i), ascending.get(j), SEED);
        int order = Integer.compare(i, j);
        assertEquals(order, Integer.signum(Arrays.compareUnsigned(key, other)), both);
        long prefix = KeyOrder.prefix(key, 0, key.length);
        int prefixes = Long.compare(prefix, KeyOrder.prefix(other, 0, other.length));
        assertTrue(prefixes == order || (prefixes == 0 && !KeyOrder.whole(prefix)), both);
      }
      RowList row = new RowList();
      byte[] inside = new byte[key.length + 2];
      System.arraycopy(key, 0, inside, 1, key.length);
      KeyForm.feed(type, inside, 1, key.length, row);
      row.endRow();
      assertEquals(List.of(List.of(ascending.get(i))), row.rows());
    }
  }
}
