package dev.plumbline.parity.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Rows;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.TableComparator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceLocatorTest {
  private static final int SCORE = 1;
  private static final int SYMBOL = 4;
  private static final int NAME = 5;
  private static final int LENGTH = 6;
  private static final List<List<Object>> ROWS = Rows.random(3, 2_000);
  private static final long MUCH = 1L << 28;

  @Test
  void namesTheRowTheColumnAndBothValues() {
    List<List<Object>> left = Rows.with(ROWS, 700, SCORE, 0.1);
    Difference difference = locate(left, Rows.with(left, 700, SCORE, Math.nextUp(0.1)), "id");

    assertEquals(1, difference.differing());
    assertEquals(0, difference.missing() + difference.extra());
    assertEquals(Map.of("score", Map.of(CellKind.OFF_BY_ULP, 1L)), difference.cells());
    RowDifference row = difference.first().get(0);
    assertEquals(List.of(String.valueOf(ROWS.get(700).get(0))), row.key());
    assertEquals(
        List.of(new CellDifference("score", CellKind.OFF_BY_ULP, "0.1", "0.10000000000000002")),
        row.cells());
    assertTrue(difference.keyUnique());
    assertNull(difference.incomplete());
  }

  @Test
  void tellsMissingExtraDifferingAndNullAgainstEmptyApart() {
    List<List<Object>> left = Rows.with(ROWS, 5, SYMBOL, "");
    List<List<Object>> right = Rows.with(left, 5, SYMBOL, null);
    right = Rows.with(right, 6, LENGTH, 77L);
    right.remove(3);
    right.add(Rows.random(99, 1).get(0));

    Difference difference = locate(left, right, "id");

    assertEquals(1, difference.missing());
    assertEquals(1, difference.extra());
    assertEquals(2, difference.differing());
    assertEquals(Map.of(CellKind.NULL_AGAINST_EMPTY, 1L), difference.cells().get("symbol"));
    assertEquals(Map.of(CellKind.DIFFERS, 1L), difference.cells().get("length"));
  }

  @Test
  void countsCopiesOfARow() {
    List<List<Object>> right = new ArrayList<>(ROWS);
    right.addAll(Collections.nCopies(256, ROWS.get(9)));

    Difference difference = locate(ROWS, right, "id");

    assertEquals(256, difference.extra());
    assertEquals(0, difference.missing() + difference.differing());
    assertFalse(difference.keyUnique());
  }

  @Test
  void pairsRowsOfAKeyThatManyShareThoughMemoryIsShort() {
    List<List<Object>> left = new ArrayList<>();
    for (List<Object> row : ROWS) {
      List<Object> changed = new ArrayList<>(row);
      changed.set(SYMBOL, "one key");
      left.add(changed);
    }
    List<List<Object>> right = Rows.with(left, 1_234, NAME, "other");

    Difference difference = locate(left, right, List.of("symbol"), 40_000);

    assertEquals(1, difference.differing());
    assertEquals(Map.of("name", Map.of(CellKind.DIFFERS, 1L)), difference.cells());
    assertNull(difference.incomplete());
  }

  @Test
  void looksAtAllRowsThoughMemoryIsShort() {
    List<List<Object>> right = new ArrayList<>();
    ROWS.forEach(row -> right.add(new ArrayList<>(row)));
    right.forEach(row -> row.set(NAME, "changed"));

    Difference difference = locate(ROWS, right, List.of("id"), 100_000);

    assertEquals(2_000, difference.differing());
    assertEquals(10, difference.first().size());
    assertNull(difference.incomplete());
  }

  @Test
  void saysWhatItDidNotLookAt() {
    List<List<Object>> left = new ArrayList<>();
    ROWS.forEach(row -> left.add(new ArrayList<>(row)));
    left.forEach(row -> row.set(SYMBOL, "one key"));
    List<List<Object>> right = new ArrayList<>();
    left.forEach(row -> right.add(new ArrayList<>(row)));
    right.forEach(row -> row.set(NAME, "changed"));

    Difference difference = locate(left, right, List.of("symbol"), 40_000);

    assertNotNull(difference.incomplete());
    assertTrue(difference.summary().startsWith("at least "), difference.summary());
  }

  @Test
  void theFirstRowsAreThoseOfTheLeastKeysInWhateverOrderTheyCome() {
    List<List<Object>> right = new ArrayList<>();
    ROWS.forEach(row -> right.add(new ArrayList<>(row)));
    right.forEach(row -> row.set(NAME, "changed"));
    Collections.shuffle(right, new Random(1));

    List<String> first =
        locate(ROWS, right, "id").first().stream().map(row -> row.key().get(0)).toList();

    assertEquals(ROWS.stream().limit(10).map(row -> String.valueOf(row.get(0))).toList(), first);
  }

  @Test
  void aKeyOfSeveralColumnsAndOfNullsPairsRows() {
    List<List<Object>> left = Rows.with(Rows.with(ROWS, 8, SYMBOL, null), 8, NAME, null);
    List<List<Object>> right = Rows.with(left, 8, LENGTH, 5L);

    Difference difference = locate(left, right, "symbol", "name");

    assertEquals(1, difference.differing());
    assertEquals(Arrays.asList(null, null), difference.first().get(0).key());
  }

  @Test
  void withoutAKeyTheFirstColumnPairsRows() {
    Difference difference = locate(ROWS, Rows.with(ROWS, 4, LENGTH, 5L));

    assertEquals(List.of("id"), difference.key());
    assertEquals(1, difference.differing());
  }

  private static Difference locate(
      List<List<Object>> left, List<List<Object>> right, String... key) {
    return locate(left, right, List.of(key), MUCH);
  }

  private static Difference locate(
      List<List<Object>> left, List<List<Object>> right, List<String> key, long memory) {
    CompareSpec spec =
        new CompareSpec(key, SampleSpec.defaults(), false, List.of(), 10, memory, rows -> {});
    Comparison comparison =
        new TableComparator(spec)
            .compare(Rows.table(Rows.SCHEMA, left), Rows.table(Rows.SCHEMA, right));
    assertFalse(comparison.equivalent());
    return comparison.difference();
  }
}
