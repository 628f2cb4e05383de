package dev.plumbline.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  private static final List<List<Object>> ROWS = Rows.random(31, 1_000);

  @ParameterizedTest
  @EnumSource
  void doesNotDependOnOrderOrPartition(SampleMode mode) {
    DigestSpec spec = spec(mode, 50, "id");
    SampleDigest expected = Rows.digest(spec, ROWS).sample();
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<List<Object>> shuffled = new ArrayList<>(ROWS);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size());
      DigestAccumulator one = new DigestAccumulator(spec);
      DigestAccumulator two = new DigestAccumulator(spec);
      Rows.feed(shuffled.subList(0, cut), one.sink());
      Rows.feed(shuffled.subList(cut, shuffled.size()), two.sink());
      two = DigestAccumulator.restore(spec, two.state());
      two.merge(one);

      assertEquals(expected, two.digest().sample(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "score", "added", "symbol", "name", "length", "measured", "weight"})
  void theHeadAreTheRowsOfTheLeastKeys(String column) {
    int position = Rows.SCHEMA.position(column);
    Set<Hash128> head = new HashSet<>(sample(SampleMode.HEAD, column, ROWS));
    List<Object> keys =
        ROWS.stream().map(row -> row.get(position)).sorted(SampleTest::compare).toList();
    Object last = keys.get(49);

    for (List<Object> row : ROWS) {
      boolean inside = head.contains(sample(SampleMode.HEAD, column, List.of(row)).get(0));
      int order = compare(row.get(position), last);
      assertTrue(order == 0 || inside == order < 0, () -> column + " of " + row);
    }
  }

  @Test
  void theStrideTakesRowsFromAllOverTheTable() {
    Set<Hash128> stride = new HashSet<>(sample(SampleMode.STRIDE, "id", ROWS));
    int[] perQuarter = new int[4];
    for (int i = 0; i < ROWS.size(); i++) {
      if (stride.contains(sample(SampleMode.STRIDE, "id", List.of(ROWS.get(i))).get(0))) {
        perQuarter[i / 250]++;
      }
    }

    assertEquals(50, Arrays.stream(perQuarter).sum());
    assertTrue(Arrays.stream(perQuarter).allMatch(n -> n >= 4), Arrays.toString(perQuarter));
  }

  @Test
  void theSeedFixesTheStride() {
    List<Hash128> one = sample(SampleMode.STRIDE, "id", ROWS);
    SampleSpec other = new SampleSpec(SampleMode.STRIDE, 50, 43);
    DigestSpec spec = new DigestSpec(Rows.SCHEMA, List.of("id"), other);

    assertNotEquals(one, Rows.digest(spec, ROWS).sample().rows());
  }

  @Test
  void aSmallTableIsItsOwnSampleCopiesIncluded() {
    List<List<Object>> rows = new ArrayList<>(ROWS.subList(0, 10));
    rows.addAll(ROWS.subList(0, 10));

    assertEquals(20, sample(SampleMode.HEAD, "id", rows).size());
    assertEquals(20, sample(SampleMode.STRIDE, "id", rows).size());
  }

  @Test
  void aChangeInTheSampleShowsAndOneOutsideDoesNot() {
    DigestSpec spec = spec(SampleMode.HEAD, 50, "id");
    Hash128 hash = Rows.digest(spec, ROWS).sample().hash();

    assertNotEquals(hash, Rows.digest(spec, Rows.with(ROWS, 3, 6, 1L)).sample().hash());
    assertEquals(hash, Rows.digest(spec, Rows.with(ROWS, 800, 6, 1L)).sample().hash());
  }

  @Test
  void aSizeOutOfBoundsAndAKeyThatIsNotThereAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SampleSpec(SampleMode.HEAD, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SampleSpec(SampleMode.HEAD, 10_001, 1));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> spec(SampleMode.HEAD, 5, "none"));
    assertTrue(refused.getMessage().contains("no column 'none'; there are id, score"));
  }

  @Test
  void distinctKeysAreCountedExactlyWhileTheyAreFewAndNearlyWhenTheyAreMany() {
    DigestSpec bySymbol = spec(SampleMode.HEAD, 5, "symbol");
    long symbols = ROWS.stream().map(row -> row.get(4)).filter(s -> s != null).distinct().count();

    assertEquals(new DistinctCount(symbols, true), Rows.digest(bySymbol, ROWS).groups());
    List<List<Object>> many = Rows.random(5, 50_000);
    DistinctCount estimate = Rows.digest(spec(SampleMode.HEAD, 5, "id"), many).groups();
    assertTrue(Math.abs(estimate.count() - 50_000) < 5_000, "seed 5: " + estimate);
    Collections.shuffle(many, new Random(2));
    assertEquals(estimate, Rows.digest(spec(SampleMode.HEAD, 5, "id"), many).groups());
  }

  @Test
  void theCounterCountsManyDistinctKeysExactlyAndNoNull() {
    DistinctCounter counter = new DistinctCounter(new KeyHash(4, 0));
    DistinctCounter nulls = new DistinctCounter(new KeyHash(5));
    List<List<Object>> rows = Rows.random(5, 50_000);
    RowHasher hasher = new RowHasher(Rows.SCHEMA, counter, nulls);
    Rows.feed(rows, hasher);
    Rows.feed(rows.subList(0, 1_000), hasher);

    assertEquals(50_000, counter.count());
    Set<Object> names = rows.stream().map(row -> row.get(5)).collect(Collectors.toSet());
    assertEquals(names.size() - 1, nulls.count(), "null is no value");
  }

  private static List<Hash128> sample(SampleMode mode, String key, List<List<Object>> rows) {
    return Rows.digest(spec(mode, 50, key), rows).sample().rows();
  }

  private static DigestSpec spec(SampleMode mode, int size, String key) {
    return new DigestSpec(Rows.SCHEMA, List.of(key), new SampleSpec(mode, size, 42));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? 1 : -1;
    }
    if (left instanceof String l) {
      return Arrays.compareUnsigned(
          l.getBytes(StandardCharsets.UTF_8), ((String) right).getBytes(StandardCharsets.UTF_8));
    }
    return ((Comparable) left).compareTo(right);
  }
}
