package dev.plumbline.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<List<Object>> ROWS = Rows.random(23, 30);

  @Test
  void equalTablesAreEquivalentAndTheSummarySaysBothSides() {
    Comparison comparison = Comparison.of(left(ROWS), right(ROWS));

    assertTrue(comparison.equivalent());
    assertEquals(List.of(), comparison.columns().names());
    assertEquals(
        "decode side output (row feed) and parquet files (duckdb) hold the same 30 rows",
        comparison.summary());
  }

  @Test
  void theSummaryNamesBothSidesTheirValuesAndTheColumns() {
    List<List<Object>> changed = Rows.with(Rows.with(ROWS, 1, 4, "other"), 1, 6, -77L);
    Comparison comparison = Comparison.of(left(ROWS), right(changed.subList(0, 29)));

    String summary = comparison.summary();
    assertFalse(comparison.equivalent());
    assertTrue(summary.contains("decode side output (row feed)"), summary);
    assertTrue(summary.contains("parquet files (duckdb)"), summary);
    assertTrue(summary.contains("row_count 30 against 29"), summary);
    assertTrue(
        summary.endsWith("differing columns: " + String.join(", ", comparison.columns().content())),
        summary);
    assertTrue(comparison.columns().names().containsAll(List.of("symbol", "length")), summary);
  }

  @Test
  void everyInvariantHoldsBothSides() {
    Comparison comparison = Comparison.of(left(ROWS), right(ROWS.subList(0, 10)));

    assertEquals(
        List.of(
            "schema_fingerprint",
            "row_count",
            "groupby_count",
            "sample_hash",
            "aggregate_hash",
            "content_hash"),
        comparison.invariants().stream().map(Invariant::name).toList());
    Invariant rows = comparison.invariants().get(1);
    assertEquals("30", rows.left());
    assertEquals("10", rows.right());
    assertEquals(comparison.left().digest().content().hex(), comparison.invariants().get(5).left());
    assertEquals(
        comparison.right().digest().content().hex(), comparison.invariants().get(5).right());
  }

  @Test
  void aColumnThatOneSideLacksIsNamed() {
    TableSchema narrow = new TableSchema(Rows.SCHEMA.columns().subList(0, 6));
    List<List<Object>> rows = ROWS.stream().map(row -> row.subList(0, 6)).toList();
    Witness without = new Witness("narrow", "test", Rows.digest(narrow, rows));

    assertEquals(
        List.of("length", "measured", "weight"),
        Comparison.of(left(ROWS), without).columns().onlyLeft());
    assertEquals(
        List.of("length", "measured", "weight"),
        Comparison.of(without, left(ROWS)).columns().onlyRight());
  }

  private static Witness left(List<List<Object>> rows) {
    return new Witness("decode side output", "row feed", Rows.digest(Rows.SCHEMA, rows));
  }

  private static Witness right(List<List<Object>> rows) {
    return new Witness("parquet files", "duckdb", Rows.digest(Rows.SCHEMA, rows));
  }
}
