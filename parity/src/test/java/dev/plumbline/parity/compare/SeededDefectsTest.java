package dev.plumbline.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each defect that MEASUREMENT promises to catch, planted in a good table. */
class SeededDefectsTest {
  private static final int ID = 0;
  private static final int SCORE = 1;
  private static final int CURATED = 2;
  private static final int ADDED = 3;
  private static final int SYMBOL = 4;
  private static final int NAME = 5;
  private static final int LENGTH = 6;
  private static final int MEASURED = 7;
  private static final int WEIGHT = 8;

  private static final List<List<Object>> GOOD = good();

  @Test
  void aDroppedRowShows() {
    Comparison comparison = compare(GOOD.subList(0, GOOD.size() - 1));

    assertFailed(comparison, "row_count", "aggregate_hash", "content_hash");
  }

  @Test
  void aRowDuplicatedShows() {
    assertFailed(compare(withCopies(1)), "row_count", "aggregate_hash", "content_hash");
  }

  @Test
  void aRowDuplicated256TimesShowsInItsContentToo() {
    Comparison comparison = compare(withCopies(256));

    assertFailed(comparison, "row_count", "aggregate_hash", "content_hash");
    assertEquals(Rows.SCHEMA.names(), comparison.columns().names());
  }

  @Test
  void aRowReplacedByACopyOfAnotherShows() {
    List<List<Object>> rows = new ArrayList<>(GOOD);
    rows.set(3, rows.get(4));

    assertFailed(compare(rows), "content_hash");
  }

  @Test
  void valuesSwappedBetweenRowsShowInTheContentAlone() {
    Object first = GOOD.get(0).get(NAME);
    Object second = GOOD.get(1).get(NAME);
    Comparison comparison = compare(Rows.with(Rows.with(GOOD, 0, NAME, second), 1, NAME, first));

    assertFailed(comparison, "content_hash");
    assertEquals(List.of(), comparison.columns().names(), "each column still holds the same");
    assertTrue(comparison.summary().contains("differing columns: none by itself"));
  }

  @Test
  void valuesSwappedBetweenColumnsOfARowNameBothColumns() {
    List<List<Object>> swapped =
        Rows.with(Rows.with(GOOD, 2, SYMBOL, "name 2"), 2, NAME, "symbol 2");
    Comparison comparison = compare(swapped);

    assertFailed(comparison, "content_hash");
    assertEquals(List.of("symbol", "name"), comparison.columns().names());
  }

  @Test
  void integersSwappedBetweenColumnsOfARowNameBothColumns() {
    Object id = GOOD.get(2).get(ID);
    Object length = GOOD.get(2).get(LENGTH);
    Comparison comparison = compare(Rows.with(Rows.with(GOOD, 2, ID, length), 2, LENGTH, id));

    assertFailed(comparison, "content_hash");
    assertEquals(List.of("id", "length"), comparison.columns().names());
  }

  @Test
  void oneUlpShowsAndNamesItsColumn() {
    double value = (double) GOOD.get(5).get(SCORE);
    for (double off : new double[] {Math.nextUp(value), Math.nextDown(value)}) {
      Comparison comparison = compare(Rows.with(GOOD, 5, SCORE, off));

      assertFailed(comparison, "content_hash");
      assertEquals(List.of("score"), comparison.columns().names());
    }
  }

  @Test
  void nullInPlaceOfTheEmptyStringShows() {
    List<List<Object>> empty = Rows.with(GOOD, 6, SYMBOL, "");
    List<List<Object>> absent = Rows.with(GOOD, 6, SYMBOL, null);

    Comparison comparison = Comparison.of(witness("left", empty), witness("right", absent));

    assertFailed(comparison, "schema_fingerprint", "aggregate_hash", "content_hash");
    assertEquals(List.of("symbol"), comparison.columns().names());
  }

  @Test
  void aNullThatMovedToAnotherColumnOfTheRowShows() {
    List<List<Object>> left = Rows.with(Rows.with(GOOD, 6, SYMBOL, "x"), 6, NAME, null);
    List<List<Object>> right = Rows.with(Rows.with(GOOD, 6, SYMBOL, null), 6, NAME, "x");

    Comparison comparison = Comparison.of(witness("left", left), witness("right", right));

    assertFailed(comparison, "schema_fingerprint", "aggregate_hash", "content_hash");
    assertEquals(List.of("symbol", "name"), comparison.columns().names());
  }

  @Test
  void textMovedAcrossACellBoundaryShows() {
    List<List<Object>> left = Rows.with(Rows.with(GOOD, 6, SYMBOL, "ab"), 6, NAME, "c");
    List<List<Object>> right = Rows.with(Rows.with(GOOD, 6, SYMBOL, "a"), 6, NAME, "bc");

    assertFailed(Comparison.of(witness("left", left), witness("right", right)), "content_hash");
  }

  @Test
  void reorderedColumnsShow() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, Rows.SCHEMA.width()).boxed().toList());
    Collections.swap(order, SYMBOL, NAME);
    TableSchema schema = new TableSchema(order.stream().map(Rows.SCHEMA::column).toList());
    List<List<Object>> rows =
        GOOD.stream().map(row -> order.stream().map(row::get).toList()).toList();

    Comparison comparison =
        Comparison.of(
            witness("left", GOOD), new Witness("right", "test", Rows.digest(schema, rows)));

    assertFailed(comparison, "schema_fingerprint", "content_hash");
    assertTrue(comparison.columns().reordered());
    assertEquals(List.of(), comparison.columns().names(), "each column still holds the same");
    assertTrue(comparison.summary().contains("the same columns stand in another order"));
  }

  @Test
  void aRenamedColumnShowsThoughItsContentIsEqual() {
    List<Column> columns = new ArrayList<>(Rows.SCHEMA.columns());
    columns.set(NAME, new Column("label", ColumnType.STRING));
    TableDigest renamed = Rows.digest(new TableSchema(columns), GOOD);

    Comparison comparison =
        Comparison.of(witness("left", GOOD), new Witness("right", "test", renamed));

    assertFailed(comparison, "schema_fingerprint");
    assertEquals(List.of("name"), comparison.columns().onlyLeft());
    assertEquals(List.of("label"), comparison.columns().onlyRight());
  }

  @Test
  void anotherTypeOfTheSameBitsShows() {
    TableSchema integers = new TableSchema(List.of(new Column("x", ColumnType.INT64)));
    TableSchema truths = new TableSchema(List.of(new Column("x", ColumnType.BOOLEAN)));

    Comparison comparison =
        Comparison.of(
            new Witness("left", "test", Rows.digest(integers, List.of(List.of(1L)))),
            new Witness("right", "test", Rows.digest(truths, List.of(List.of(true)))));

    assertFailed(comparison, "schema_fingerprint", "content_hash");
  }

  private static List<List<Object>> withCopies(int copies) {
    List<List<Object>> rows = new ArrayList<>(GOOD);
    rows.addAll(Collections.nCopies(copies, GOOD.get(0)));
    return rows;
  }

  private static Comparison compare(List<List<Object>> right) {
    return Comparison.of(witness("left", GOOD), witness("right", right));
  }

  private static Witness witness(String source, List<List<Object>> rows) {
    return new Witness(source, "test", Rows.digest(Rows.SCHEMA, rows));
  }

  private static void assertFailed(Comparison comparison, String... invariants) {
    List<String> failed =
        comparison.invariants().stream()
            .filter(Invariant::mismatch)
            .map(Invariant::name)
            .filter(name -> !name.equals("sample_hash")) // all rows are in the sample here
            .toList();
    assertEquals(List.of(invariants), failed);
    assertFalse(comparison.equivalent());
  }

  /** Random rows without nulls in the cells that are tampered with. */
  private static List<List<Object>> good() {
    List<List<Object>> rows = Rows.random(5, 40);
    for (int i = 0; i < rows.size(); i++) {
      rows = Rows.with(rows, i, SCORE, 0.1 + i / 3.0);
      rows = Rows.with(rows, i, SYMBOL, "symbol " + i);
      rows = Rows.with(rows, i, NAME, "name " + i);
      rows = Rows.with(rows, i, LENGTH, -1L - i);
      rows = Rows.with(rows, i, CURATED, true);
      rows = Rows.with(rows, i, ADDED, LocalDate.ofEpochDay(i));
      rows = Rows.with(rows, i, MEASURED, Instant.ofEpochSecond(i));
      rows = Rows.with(rows, i, WEIGHT, BigDecimal.valueOf(i));
    }
    return rows;
  }
}
