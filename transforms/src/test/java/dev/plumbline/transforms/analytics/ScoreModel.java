package dev.plumbline.transforms.analytics;

import dev.plumbline.transforms.Keys;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What join and analytics must find out, worked out in plain Java from their definition. */
final class ScoreModel {
  /** A row of the joined relation; a side that the row lacks is null. */
  record Joined(
      Object key,
      Long baseRows,
      Long edgeRows,
      Double baseAverage,
      Double edgeAverage,
      double score) {}

  private static final double LIMIT = 9e12;

  private final Map<Optional<Object>, Side> base = new HashMap<>();
  private final Map<Optional<Object>, Side> edge = new HashMap<>();
  private long outOfRange;

  /** One group of one side. */
  private static final class Side {
    private long rows;
    private long numbers;
    private BigInteger thousandths = BigInteger.ZERO;

    Double average() {
      return numbers == 0 ? null : thousandths.longValueExact() / (numbers * 1000.0);
    }
  }

  /** The model of rows whose columns play the parts that {@link Roles} gives them. */
  static ScoreModel of(List<List<Object>> rows) {
    ScoreModel model = new ScoreModel();
    for (List<Object> row : rows) {
      int last = row.size() - 1;
      model.add(row.get(0), row.get(Math.min(1, last)), row.get(Math.min(2, last)));
    }
    return model;
  }

  private void add(Object key, Object baseCell, Object edgeCell) {
    Optional<Object> group = Optional.ofNullable(key).map(Keys::same);
    count(base.computeIfAbsent(group, k -> new Side()), baseCell);
    count(edge.computeIfAbsent(group, k -> new Side()), edgeCell);
  }

  /** The relation in its order: keys in byte order, then the base's null group, then the edge's. */
  List<Joined> joined() {
    List<Joined> rows = new ArrayList<>();
    base.keySet().stream()
        .flatMap(Optional::stream)
        .sorted(Keys.IN_ORDER)
        .forEach(key -> rows.add(row(key, base.get(Optional.of(key)), edge.get(Optional.of(key)))));
    if (base.containsKey(Optional.empty())) {
      rows.add(row(null, base.get(Optional.empty()), null));
      rows.add(row(null, null, edge.get(Optional.empty())));
    }
    return rows;
  }

  Map<String, BigInteger> figures() {
    List<Joined> rows = joined();
    BigInteger score = BigInteger.ZERO;
    long baseRows = 0;
    long edgeRows = 0;
    for (Joined row : rows) {
      score = score.add(new BigDecimal(Math.floor(row.score() * 1e6 + 0.5)).toBigIntegerExact());
      baseRows += row.baseRows() == null ? 0 : row.baseRows();
      edgeRows += row.edgeRows() == null ? 0 : row.edgeRows();
    }
    return Map.of(
        "key_count", BigInteger.valueOf(rows.size()),
        "base_rows_sum", BigInteger.valueOf(baseRows),
        "edge_rows_sum", BigInteger.valueOf(edgeRows),
        "score_sum", score,
        "numbers_out_of_range", BigInteger.valueOf(outOfRange));
  }

  private static Joined row(Object key, Side base, Side edge) {
    Double left = base == null ? null : base.average();
    Double right = edge == null ? null : edge.average();
    double score = (left == null ? 0 : left) + (right == null ? 0 : right);
    return new Joined(
        key, base == null ? null : base.rows, edge == null ? null : edge.rows, left, right, score);
  }

  private void count(Side side, Object cell) {
    side.rows++;
    Double number = number(cell);
    if (number == null) {
      return;
    }
    if (!(Math.abs(number) < LIMIT)) {
      outOfRange++;
      return;
    }
    side.numbers++;
    side.thousandths =
        side.thousandths.add(BigInteger.valueOf((long) Math.floor(number * 1000.0 + 0.5)));
  }

  /** The number in a cell, or null if there is none. */
  static Double number(Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    return cell instanceof String text && isNumber(text) ? (Double) Double.parseDouble(text) : null;
  }

  private static boolean isNumber(String text) {
    int at = digits(text, sign(text, 0));
    if (at < 0) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at = digits(text, at + 1);
      if (at < 0) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at = digits(text, sign(text, at + 1));
    }
    return at == text.length();
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  /** Behind one or more digits, or -1. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at == from ? -1 : at;
  }
}
