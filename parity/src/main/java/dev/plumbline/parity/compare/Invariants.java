package dev.plumbline.parity.compare;

import dev.plumbline.parity.ColumnDigest;
import dev.plumbline.parity.DistinctCount;
import dev.plumbline.parity.SampleDigest;
import dev.plumbline.parity.TableDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All invariants that two digests tell. */
final class Invariants {
  static final String SCHEMA_FINGERPRINT = "schema_fingerprint";
  static final String ROW_COUNT = "row_count";
  static final String GROUPBY_COUNT = "groupby_count";
  static final String SAMPLE_HASH = "sample_hash";
  static final String AGGREGATE_HASH = "aggregate_hash";
  static final String CONTENT_HASH = "content_hash";

  /** Those whose values a person can read. */
  static final Set<String> COUNTS = Set.of(ROW_COUNT, GROUPBY_COUNT);

  private Invariants() {}

  static List<Invariant> of(TableDigest left, TableDigest right) {
    return List.of(
        Invariant.of(SCHEMA_FINGERPRINT, left.fingerprint(), right.fingerprint(), Map.of()),
        Invariant.of(ROW_COUNT, left.rows(), right.rows(), Map.of()),
        groups(left, right),
        sample(left.sample(), right.sample()),
        Invariant.of(AGGREGATE_HASH, nonNullCounts(left), nonNullCounts(right), Map.of()),
        Invariant.of(
            CONTENT_HASH,
            left.content(),
            right.content(),
            Map.of("columns", columns(left, right))));
  }

  private static Invariant groups(TableDigest left, TableDigest right) {
    DistinctCount l = left.groups();
    DistinctCount r = right.groups();
    if (l == null || r == null || !left.key().equals(right.key())) {
      return Invariant.notAvailable(
          GROUPBY_COUNT, "no column is known to identify the rows of both tables");
    }
    if (l.exact() != r.exact()) {
      return Invariant.notAvailable(
          GROUPBY_COUNT, "the one side's were counted, the other's estimated");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("stable_identifier", left.key());
    parameters.put("exact", l.exact() && r.exact());
    return Invariant.of(GROUPBY_COUNT, l, r, parameters);
  }

  private static Invariant sample(SampleDigest left, SampleDigest right) {
    if (!left.spec().equals(right.spec()) || !left.sortKey().equals(right.sortKey())) {
      return Invariant.notAvailable(SAMPLE_HASH, "the two samples were not drawn alike");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("mode", left.spec().mode().label());
    parameters.put("size", left.spec().size());
    parameters.put("sort_key", left.sortKey());
    parameters.put("seed", left.spec().seed());
    parameters.put("left_rows", left.rows().stream().map(Object::toString).toList());
    parameters.put("right_rows", right.rows().stream().map(Object::toString).toList());
    return Invariant.of(SAMPLE_HASH, left.hash(), right.hash(), parameters);
  }

  private static String nonNullCounts(TableDigest table) {
    return table.columns().stream()
        .map(c -> Long.toString(c.nonNull()))
        .collect(Collectors.joining(","));
  }

  /** Both sides of each column that stands on both, by name. */
  private static Map<String, Object> columns(TableDigest left, TableDigest right) {
    Map<String, ColumnDigest> others =
        right.columns().stream().collect(Collectors.toMap(c -> c.column().name(), c -> c));
    Map<String, Object> columns = new LinkedHashMap<>();
    for (ColumnDigest l : left.columns()) {
      ColumnDigest r = others.get(l.column().name());
      if (r != null) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("left", l.hash().hex());
        both.put("right", r.hash().hex());
        both.put("match", l.equals(r));
        columns.put(l.column().name(), both);
      }
    }
    return columns;
  }
}
