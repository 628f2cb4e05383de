package dev.plumbline.pipelines.engines;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An engine that no list knows, written from the definitions alone: everything is a union and a
 * grouping, where the engines of the product join. Its columns are texts and int64.
 */
record FourthEngine() implements Engine {
  private static final long serialVersionUID = 1;

  /** The sums of analytics, whose names are in the order of these. */
  private static final String SUMS =
      """
      SELECT count(*), sum(base_rows), sum(edge_rows), sum(CAST(floor(score * 1e6 + 0.5) AS HUGEINT)),
        (SELECT count(*) FROM cells WHERE abs(x) >= %s) FROM relation
      """
          .formatted(Score.LIMIT);

  private static final List<String> NAMES =
      List.of("key_count", "base_rows_sum", "edge_rows_sum", "score_sum", "numbers_out_of_range");

  @Override
  public String name() {
    return "fourth";
  }

  @Override
  public EngineFacts start() {
    return new EngineFacts(name(), "1", 1, "");
  }

  @Override
  public TableCore scan(TableSchema schema) {
    String sums =
        schema.columns().stream()
            .map(
                column ->
                    column.type() == ColumnType.STRING
                        ? "count(%1$s), sum(octet_length(encode(%1$s)))".formatted(column.name())
                        : "count(%s)".formatted(column.name()))
            .collect(Collectors.joining(", "));
    return table ->
        new Findings(
            table.rows(),
            figures(ScanFigures.names(schema), "SELECT " + sums + " FROM " + source(table)),
            null,
            List.of());
  }

  @Override
  public TableCore analytics(Roles roles) {
    return table -> {
      Map<String, BigInteger> sums = figures(NAMES, relation(roles, table) + SUMS);
      return ScoreFigures.found(table.rows(), sums, null);
    };
  }

  @Override
  public TableCore sums() {
    String select =
        "SELECT count(*), sum(base_rows), sum(edge_rows), sum(CAST(floor(score * 1e6 + 0.5) AS"
            + " HUGEINT)) FROM ";
    return table ->
        ScoreFigures.found(
            table.rows(), figures(NAMES.subList(0, 4), select + source(table)), null);
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    return table -> {
      Findings written =
          written(
              table,
              relation(roles, table)
                  + "SELECT key, base_rows, edge_rows, base_avg, edge_avg, score FROM relation"
                  + " ORDER BY key NULLS LAST, apart",
              result.whole());
      Map<String, BigInteger> counted = new TreeMap<>(written.figures());
      counted.put(
          ScoreFigures.OUT_OF_RANGE,
          figures(NAMES, relation(roles, table) + SUMS).get(ScoreFigures.OUT_OF_RANGE));
      return new Findings(table.rows(), counted, null, written.files());
    };
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    return table -> {
      String rows =
          IntStream.range(0, CanonicalTables.NAMES.size())
              .mapToObj(
                  i ->
                      "SELECT *, %d AS place FROM '%s'"
                          .formatted(i, CanonicalTables.file(table, i).path()))
              .collect(Collectors.joining(" UNION ALL BY NAME "));
      String select =
          """
          SELECT key, max(base) AS base, max(edge_one) AS edge_one, max(edge_two) AS edge_two
          FROM (%s) GROUP BY key, CASE WHEN key IS NULL THEN place END
          ORDER BY key NULLS LAST, min(place)
          """;
      return written(table, select.formatted(rows), result.whole());
    };
  }

  /** A null key keeps its side, so that the two sides never meet. */
  private static String relation(Roles roles, WrittenTable table) {
    return """
        WITH cells AS (
          SELECT %1$s AS key, 1 AS side, %2$s AS x FROM %4$s
          UNION ALL SELECT %1$s, 2, %3$s FROM %4$s),
        numbers AS (
          SELECT key, side, CASE WHEN abs(x) < %5$s THEN CAST(floor(x * 1000 + 0.5) AS BIGINT) END AS n
          FROM cells),
        sides AS (
          SELECT key, CASE WHEN key IS NULL THEN side END AS apart,
            nullif(count(*) FILTER (side = 1), 0) AS base_rows,
            nullif(count(*) FILTER (side = 2), 0) AS edge_rows,
            CAST(sum(n) FILTER (side = 1) AS DOUBLE) / (count(n) FILTER (side = 1) * 1000.0) AS base_avg,
            CAST(sum(n) FILTER (side = 2) AS DOUBLE) / (count(n) FILTER (side = 2) * 1000.0) AS edge_avg
          FROM numbers GROUP BY ALL),
        relation AS (
          SELECT *, coalesce(base_avg, 0) + coalesce(edge_avg, 0) AS score FROM sides)
        """
        .formatted(
            roles.key().name(),
            number(roles.base()),
            number(roles.edgeOne()),
            source(table),
            Score.LIMIT);
  }

  private static String number(Column column) {
    return column.type() == ColumnType.STRING
        ? "CAST(CASE WHEN regexp_full_match(%1$s, '%2$s') THEN %1$s END AS DOUBLE)"
            .formatted(column.name(), Score.NUMBER)
        : "CAST(%s AS DOUBLE)".formatted(column.name());
  }

  private static String source(WrittenTable table) {
    return table.files().stream()
        .map(file -> "'" + file.path() + "'")
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }

  private static Map<String, BigInteger> figures(List<String> names, String select) {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      row.next();
      Map<String, BigInteger> figures = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        figures.put(names.get(i), new BigInteger(row.getString(i + 1)));
      }
      return figures;
    } catch (SQLException e) {
      throw new TableException("fourth: " + e.getMessage(), e);
    }
  }

  private static Findings written(WrittenTable table, String select, Path file) {
    Path unfinished = ResultFiles.unfinished(file);
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      long rows =
          statement.executeLargeUpdate(
              "COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, unfinished));
      Files.move(unfinished, file);
      return new Findings(
          table.rows(),
          Map.of("rows", BigInteger.valueOf(rows)),
          null,
          List.of(new WrittenFile(file.toString(), rows, Files.size(file))));
    } catch (SQLException | IOException e) {
      throw new TableException("fourth into " + file + ": " + e.getMessage(), e);
    }
  }
}
