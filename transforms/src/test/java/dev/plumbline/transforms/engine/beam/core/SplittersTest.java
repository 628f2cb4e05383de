package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplittersTest {
  private static final long SEED = 5;

  @Test
  void evenKeysMakePartitionsOfAboutTheSameSize() {
    Random random = new Random(SEED);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      keys.add(key("gene" + random.nextInt()));
    }
    Splitters splitters = Splitters.of(new KeySample(8, keys));

    int[] sizes = new int[splitters.partitions()];
    keys.forEach(key -> sizes[partition(splitters, key)]++);

    assertEquals(9, sizes.length);
    for (int i = 0; i < 8; i++) {
      assertTrue(Math.abs(sizes[i] - 1_250) < 10, "partition %d: %d".formatted(i, sizes[i]));
    }
    assertEquals(0, sizes[splitters.nullPartition()]);
  }

  @Test
  void partitionsAscendWithTheKeysAndAKeyIsInOneOnly() {
    Random random = new Random(SEED);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      keys.add(key("shared prefix " + random.nextInt(200)));
      keys.add(key("x".repeat(random.nextInt(12))));
    }
    Splitters splitters = Splitters.of(new KeySample(16, keys));
    Collections.sort(keys);

    int last = 0;
    for (int i = 0; i < keys.size(); i++) {
      int partition = partition(splitters, keys.get(i));
      assertTrue(partition >= last, "seed " + SEED);
      if (i > 0 && keys.get(i).equals(keys.get(i - 1))) {
        assertEquals(last, partition, "seed " + SEED);
      }
      last = partition;
    }
    assertTrue(last < splitters.nullPartition());
  }

  @Test
  void aHeavyKeyTakesOnePartitionAndLeavesTheOthersTheirOrder() {
    List<Key> keys = new ArrayList<>(Collections.nCopies(900, key("m")));
    for (int i = 0; i < 100; i++) {
      keys.add(key((i % 2 == 0 ? "a" : "z") + i));
    }
    Splitters splitters = Splitters.of(new KeySample(10, keys));

    assertTrue(partition(splitters, key("a1")) < partition(splitters, key("m")));
    assertTrue(partition(splitters, key("m")) <= partition(splitters, key("z1")));
  }

  @Test
  void oneKeyOrNoneMakesNoMorePartitionsThanItCan() {
    assertEquals(
        3, Splitters.of(new KeySample(50, Collections.nCopies(99, key("a")))).partitions());
    assertEquals(2, Splitters.of(new KeySample(50, List.of())).partitions());
    assertEquals(0, partition(Splitters.of(KeySample.NONE), key("any")));
  }

  @Test
  void theSampleDoesNotDependOnTheOrderItComesIn() {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add(key("k" + i * 7 % 300));
    }
    Splitters splitters = Splitters.of(new KeySample(7, keys));
    Collections.shuffle(keys, new Random(SEED));

    assertEquals(splitters, Splitters.of(new KeySample(7, keys)), "seed " + SEED);
  }

  private static int partition(Splitters splitters, Key key) {
    byte[] raw = HexFormat.of().parseHex(key.toString());
    return splitters.finder().partition(raw, 0, raw.length);
  }

  private static Key key(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Key.copyOf(utf8, 0, utf8.length);
  }
}
