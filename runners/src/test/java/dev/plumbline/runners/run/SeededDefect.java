package dev.plumbline.runners.run;

import java.util.List;

/**
 * A defect that can be planted in the written files of a run, as a DuckDB query over them (called
 * {@code good}), and what must catch it.
 */
enum SeededDefect {
  ROW_DROPPED(
      "one row dropped",
      "SELECT * FROM good WHERE n <> 5",
      "row_count groupby_count content_hash",
      "1 missing"),
  ROW_DUPLICATED(
      "one row duplicated",
      "SELECT * FROM good UNION ALL SELECT * FROM good WHERE n = 5",
      "row_count content_hash",
      "1 extra"),
  ROW_DUPLICATED_256_TIMES(
      "one row duplicated 256 times (a sum of bytes forgets it)",
      "SELECT * FROM good UNION ALL SELECT good.* FROM good, range(256) WHERE n = 5",
      "row_count content_hash",
      "256 extra"),
  ROW_REPLACED_BY_ITS_NEIGHBOUR(
      "one row replaced by a copy of another (the row count is right)",
      "SELECT * FROM good WHERE n <> 5 UNION ALL SELECT * FROM good WHERE n = 6",
      "groupby_count content_hash",
      "1 missing, 1 extra"),
  ROW_PAIRS_CANCELLED(
      "two rows replaced by copies of two others (an XOR cancels each pair)",
      "SELECT * FROM good WHERE n NOT IN (5, 6) UNION ALL SELECT * FROM good WHERE n IN (7, 8)",
      "groupby_count content_hash",
      "2 missing, 2 extra"),
  VALUES_SWAPPED_BETWEEN_ROWS(
      "two values swapped between rows (each column holds the same)",
      """
      SELECT * REPLACE (CASE n WHEN 5 THEN (SELECT name FROM good WHERE n = 6)
        WHEN 6 THEN (SELECT name FROM good WHERE n = 5) ELSE name END AS name) FROM good""",
      "content_hash",
      "2 differing"),
  VALUES_SWAPPED_BETWEEN_COLUMNS(
      "two values of a row swapped between columns",
      """
      SELECT * REPLACE (CASE n WHEN 5 THEN name ELSE symbol END AS symbol,
        CASE n WHEN 5 THEN symbol ELSE name END AS name) FROM good""",
      "content_hash",
      "1 differing"),
  OFF_BY_ONE_ULP(
      "one value off by one ulp",
      "SELECT * REPLACE (CASE n WHEN 5 THEN 3.0000000000000004 ELSE score END AS score) FROM good",
      "content_hash",
      "1 off_by_ulp"),
  NULL_FOR_EMPTY(
      "null in place of the empty string",
      "SELECT * REPLACE (nullif(empty, '') AS empty) FROM good WHERE n = 5"
          + " UNION ALL SELECT * FROM good WHERE n <> 5",
      "schema_fingerprint aggregate_hash content_hash",
      "1 null_against_empty"),
  COLUMNS_REORDERED(
      "columns reordered",
      "SELECT * EXCLUDE (name), name FROM good",
      "schema_fingerprint content_hash",
      "another order"),
  COLUMN_RENAMED(
      "a column renamed",
      "SELECT * RENAME (name AS label) FROM good",
      "schema_fingerprint",
      "columns on the right only: label"),
  TYPE_CHANGED(
      "a column of another type, with the same numbers",
      "SELECT * REPLACE (length::DOUBLE AS length) FROM good",
      "schema_fingerprint content_hash",
      "columns of another type: length"),
  TEXT_CHANGED_BY_ONE_BYTE(
      "one byte of one text",
      "SELECT * REPLACE (CASE n WHEN 5 THEN name || ' ' ELSE name END AS name) FROM good",
      "content_hash",
      "1 differing"),
  ALL_ROWS_LOST(
      "an empty result",
      "SELECT * FROM good WHERE false",
      "row_count groupby_count aggregate_hash content_hash",
      "missing");

  final String description;
  final String query;

  private final String detectors;

  /** What the located difference, or the columns' summary, must say. */
  final String located;

  SeededDefect(String description, String query, String detectors, String located) {
    this.description = description;
    this.query = query;
    this.detectors = detectors;
    this.located = located;
  }

  /** The invariants that must speak against it, at least. */
  List<String> detectors() {
    return List.of(detectors.split(" ", -1));
  }
}
