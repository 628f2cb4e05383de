package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupTableTest {
  private static final long SEED = 77;

  @Test
  void groupsAsAHashMapDoesAlsoWhenItIsUsedAgain() {
    Random random = new Random(SEED);
    GroupTable table = new GroupTable(2);
    for (int round = 0; round < 3; round++) {
      Map<String, Long> expected = new HashMap<>();
      for (int i = 0; i < 60_000; i++) {
        String key = random.nextInt(10) == 0 ? null : text(random);
        long value = random.nextInt(100);
        int group = group(table, key);
        table.add(group, 0, 1);
        table.add(group, 1, value);
        expected.merge(key, value, Long::sum);
      }
      assertEquals(expected, sums(table), "seed %d, round %d".formatted(SEED, round));
      table.clear();
      assertEquals(0, table.groups());
    }
  }

  @Test
  void theEmptyKeyIsNotTheNullKey() {
    GroupTable table = new GroupTable(1);
    table.add(table.nullGroup(), 0, 1);
    table.add(group(table, ""), 0, 10);

    Map<String, Long> expected = new HashMap<>();
    expected.put(null, 1L);
    expected.put("", 10L);
    Map<String, Long> found = new HashMap<>();
    for (int group = 0; group < table.groups(); group++) {
      found.put(key(table, group), table.sum(group, 0));
    }
    assertEquals(expected, found);
  }

  private static Map<String, Long> sums(GroupTable table) {
    Map<String, Long> sums = new HashMap<>();
    for (int group = 0; group < table.groups(); group++) {
      assertEquals(null, sums.put(key(table, group), table.sum(group, 1)), "a group twice");
    }
    return sums;
  }

  private static String key(GroupTable table, int group) {
    return table.isNull(group)
        ? null
        : new String(
            table.keys(), table.keyStart(group), table.keyLength(group), StandardCharsets.UTF_8);
  }

  private static int group(GroupTable table, String key) {
    if (key == null) {
      return table.nullGroup();
    }
    byte[] utf8 = ("##" + key).getBytes(StandardCharsets.UTF_8);
    return table.group(utf8, 2, utf8.length - 2);
  }

  /** Some 20,000 different ones, of up to 20 bytes; among them the empty one. */
  private static String text(Random random) {
    int number = random.nextInt(20_000);
    return number < 9 ? "\u0000".repeat(number) : "k".repeat(number % 16) + number;
  }
}
