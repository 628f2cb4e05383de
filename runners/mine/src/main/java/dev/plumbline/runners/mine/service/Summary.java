package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonArrayRows;
import dev.plumbline.runners.mine.format.JsonNamedRows;
import dev.plumbline.runners.mine.format.ResultFormat;
import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.format.RowWriter;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.run.SelectedRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in one column of a result: each value with how often it occurs, the most frequent first;
 * of numbers the least, the greatest, the mean and the standard deviation of the sample.
 *
 * @param javaType type of the column as the model spells it
 * @param header of a JSON result, up to its start
 * @param uniqueValues how many different values there are, null among them
 * @param filteredCount how many of them a filter has left, -1 without one
 */
record Summary(
    String javaType,
    PageHeader header,
    List<String> columns,
    long uniqueValues,
    long filteredCount,
    ResultRows rows) {

  private static final List<String> ITEMS = List.of("item", "count");
  private static final List<String> NUMBERS = List.of("min", "max", "average", "standard-dev");

  /** Lists the values of the column {@code path} of a query, numbers too. */
  static Summary items(QueryResults results, QueryRequest request, String path) {
    return of(results, request, path, "", false);
  }

  /**
   * Summarises the column {@code path} of a query.
   *
   * @param filter only values that contain it are listed, whatever their case; empty for all
   * @throws QueryRefused if the path is none of the query's
   */
  static Summary of(QueryResults results, QueryRequest request, String path, String filter) {
    return of(results, request, path, filter, true);
  }

  private static Summary of(
      QueryResults results, QueryRequest request, String path, String filter, boolean measured) {
    PathQuery query = results.parse(request.query()).query();
    results.rows(query);
    List<String> view = new ArrayList<>(query.view());
    view.add(path);
    SelectedRows rows = results.rows(query.withView(view, List.of()));
    Map<@Nullable Object, Long> counts = counts(rows);
    String type = rows.columns().get(rows.width() - 1).javaType();
    boolean numeric = measured && counts.size() > 1 && isNumeric(type);
    List<@Nullable Object[]> summary = numeric ? numbers(counts) : items(counts, filter);
    List<String> columns = numeric ? NUMBERS : ITEMS;
    return new Summary(
        type,
        new PageHeader(results.model().name(), query, columns),
        columns,
        counts.size(),
        filter.isEmpty() ? -1 : summary.size(),
        ResultRows.of(columns.size(), summary));
  }

  private static Map<@Nullable Object, Long> counts(SelectedRows rows) {
    Map<@Nullable Object, Long> counts = new HashMap<>();
    int last = rows.width() - 1;
    @Nullable Object[] cells = new @Nullable Object[rows.width()];
    for (long position = 0; position < rows.count(); position++) {
      rows.read(position, cells);
      counts.merge(cells[last], 1L, Long::sum);
    }
    return counts;
  }

  private static boolean isNumeric(String type) {
    return switch (type.substring(type.lastIndexOf('.') + 1)) {
      case "int", "Integer", "long", "Long", "float", "Float", "double", "Double", "BigDecimal" ->
          true;
      default -> false;
    };
  }

  private static List<@Nullable Object[]> items(Map<@Nullable Object, Long> counts, String filter) {
    String term = filter.toLowerCase(Locale.ROOT);
    List<@Nullable Object[]> items = new ArrayList<>();
    counts.entrySet().stream()
        .filter(e -> String.valueOf(e.getKey()).toLowerCase(Locale.ROOT).contains(term))
        .sorted(
            Map.Entry.<@Nullable Object, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> String.valueOf(e.getKey())))
        .forEach(e -> items.add(new @Nullable Object[] {e.getKey(), e.getValue()}));
    return items;
  }

  private static List<@Nullable Object[]> numbers(Map<@Nullable Object, Long> counts) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    counts.forEach((value, count) -> accept(all, value, count));
    double squares = 0;
    for (Map.Entry<@Nullable Object, Long> entry : counts.entrySet()) {
      if (entry.getKey() instanceof Number number) {
        squares += entry.getValue() * Math.pow(number.doubleValue() - all.getAverage(), 2);
      }
    }
    double deviation = all.getCount() > 1 ? Math.sqrt(squares / (all.getCount() - 1)) : 0;
    return List.<@Nullable Object[]>of(
        new @Nullable Object[] {
          extreme(counts, -1), extreme(counts, 1), all.getAverage(), deviation
        });
  }

  private static void accept(DoubleSummaryStatistics all, @Nullable Object value, long count) {
    if (value instanceof Number number) {
      for (long i = 0; i < count; i++) {
        all.accept(number.doubleValue());
      }
    }
  }

  private static @Nullable Object extreme(Map<@Nullable Object, Long> counts, int sign) {
    return counts.keySet().stream()
        .filter(value -> value instanceof Number n && Double.isFinite(n.doubleValue()))
        .max(Comparator.comparing(Summary::decimal, (a, b) -> sign * a.compareTo(b)))
        .orElse(null);
  }

  private static BigDecimal decimal(Object value) {
    return new BigDecimal(value.toString());
  }

  /** A writer of the summary as JSON: of objects for rows of cells, else of arrays. */
  RowWriter jsonWriter(long start, ResultFormat format) {
    String filtered = filteredCount < 0 ? "" : "\"filteredCount\":" + filteredCount + ",";
    String text =
        "{\"uniqueValues\":" + uniqueValues + "," + filtered + header.textAt(start).substring(1);
    return format == ResultFormat.ROWS
        ? new JsonNamedRows(
            text, columns.equals(ITEMS) ? ITEMS : List.of("min", "max", "average", "stdev"))
        : new JsonArrayRows(text);
  }
}
