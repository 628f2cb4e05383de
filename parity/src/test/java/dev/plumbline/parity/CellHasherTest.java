package dev.plumbline.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.beam.vendor.guava.v32_1_2_jre.com.google.common.hash.Hashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellHasherTest {
  private static final int LONGEST = 200;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 42, 0x12345678, Integer.MAX_VALUE, -1})
  void agreesWithGuavasMurmur3AtEveryLength(int seed) {
    Random random = new Random(seed);
    CellHasher hasher = new CellHasher();
    for (int length = 0; length <= LONGEST; length++) {
      int before = random.nextInt(20);
      int behind = random.nextInt(20);
      byte[] data = new byte[before + length + behind];
      random.nextBytes(data);

      hasher.bytes(data, before, length, seed);

      ByteBuffer expected =
          ByteBuffer.wrap(Hashing.murmur3_128(seed).hashBytes(data, before, length).asBytes())
              .order(ByteOrder.LITTLE_ENDIAN);
      String where = "seed %d, length %d, %d bytes behind".formatted(seed, length, behind);
      assertEquals(expected.getLong(0), hasher.low(), where);
      assertEquals(expected.getLong(8), hasher.high(), where);
    }
  }

  @Test
  void bytesAroundTheCellDoNotMatter() {
    Random random = new Random(7);
    CellHasher hasher = new CellHasher();
    for (int length = 0; length <= 40; length++) {
      byte[] cell = new byte[length];
      random.nextBytes(cell);
      hasher.bytes(cell, 0, length, 99);
      Hash128 alone = new Hash128(hasher.high(), hasher.low());

      byte[] within = new byte[length + 32];
      random.nextBytes(within);
      System.arraycopy(cell, 0, within, 11, length);
      hasher.bytes(within, 11, length, 99);

      assertEquals(alone, new Hash128(hasher.high(), hasher.low()), "seed 7, length " + length);
    }
  }

  @Test
  void sixtyFourBitKeysAreUsedWhole() {
    byte[] cell = {1, 2, 3};
    CellHasher hasher = new CellHasher();
    Set<Hash128> hashes = new HashSet<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      hasher.bytes(cell, 0, cell.length, 1L << bit);
      hashes.add(new Hash128(hasher.high(), hasher.low()));
    }
    assertEquals(Long.SIZE, hashes.size());
  }

  @Test
  void fixedValuesNeverCollideUnderOneKey() {
    CellHasher hasher = new CellHasher();
    Set<Long> lows = new HashSet<>();
    for (long value = -5_000; value < 5_000; value++) {
      hasher.fixed(value, 0x9e3779b97f4a7c15L);
      lows.add(hasher.low());
    }
    assertEquals(10_000, lows.size());
  }

  @Test
  void everyBitOfFixedValueAndKeyCounts() {
    CellHasher hasher = new CellHasher();
    Set<Hash128> hashes = new HashSet<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      hasher.fixed(1L << bit, 0);
      hashes.add(new Hash128(hasher.high(), hasher.low()));
      hasher.fixed(0, 1L << bit);
      hashes.add(new Hash128(hasher.high(), hasher.low()));
    }
    assertEquals(2 * Long.SIZE, hashes.size());
  }
}
