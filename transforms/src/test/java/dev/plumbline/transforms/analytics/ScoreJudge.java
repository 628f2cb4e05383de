package dev.plumbline.transforms.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.transforms.Keys;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.analytics.ScoreModel.Joined;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds an engine's join and analytics to the model.
 *
 * @param engine the engine
 * @param directory where files may go
 */
record ScoreJudge(Engine engine, Path directory) {
  /** Has the engine work on rows in two files. */
  void assertAsModelled(String which, ExportSchema schema, List<List<Object>> rows)
      throws Exception {
    WrittenTable table = ParquetTables.write(directory.resolve("it's \"here\""), schema, rows, 2);
    assertAsModelled(which, schema, rows, table);
  }

  /** Has the engine work on rows that are written already. */
  void assertAsModelled(
      String which, ExportSchema schema, List<List<Object>> rows, WrittenTable table)
      throws Exception {
    ScoreModel model = ScoreModel.of(rows);
    Roles roles = Roles.of(schema.table());

    Findings found = engine.analytics(roles).run(table);

    assertEquals(model.figures(), found.figures(), which);
    assertEquals(rows.size(), found.rowsRead(), which);
    List<Joined> expected = model.joined();
    List<Joined> joined = join(schema, table);
    for (int i = 0; i < Math.min(expected.size(), joined.size()); i++) {
      assertEquals(expected.get(i), joined.get(i), "%s, row %d".formatted(which, i));
    }
    assertEquals(expected.size(), joined.size(), which);
  }

  /** Runs join and reads its files, in their order, as they are stored. */
  List<Joined> join(ExportSchema schema, WrittenTable table) throws Exception {
    ResultFiles result = new ResultFiles(directory.toString(), "it's \"here\" joined");
    Findings found = engine.join(Roles.of(schema.table()), result).run(table);

    List<Joined> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet stored =
            statement.executeQuery(
                "SELECT key, base_rows, edge_rows, base_avg, edge_avg, score FROM read_parquet([%s])"
                    .formatted(
                        found.files().stream()
                            .map(file -> "'" + file.path().replace("'", "''") + "'")
                            .collect(Collectors.joining(", "))))) {
      while (stored.next()) {
        rows.add(
            new Joined(
                Keys.same(stored.getObject(1)),
                (Long) stored.getObject(2),
                (Long) stored.getObject(3),
                (Double) stored.getObject(4),
                (Double) stored.getObject(5),
                stored.getDouble(6)));
      }
    }
    for (WrittenFile file : found.files()) {
      assertEquals(ParquetFooter.read(file.path()), file);
    }
    assertEquals(BigInteger.valueOf(rows.size()), found.figures().get("rows"));
    assertEquals(table.rows(), found.rowsRead());
    assertSumsUp(found, engine.analytics(Roles.of(schema.table())).run(table));
    return rows;
  }

  /** The written relation adds up to what analytics finds of the source. */
  private void assertSumsUp(Findings joined, Findings analytics) {
    Findings summed = engine.sums().run(new WrittenTable(joined.files()));
    Map<String, BigInteger> figures = new TreeMap<>(summed.figures());
    figures.put(ScoreFigures.OUT_OF_RANGE, joined.figures().get(ScoreFigures.OUT_OF_RANGE));
    assertEquals(analytics.figures(), figures);
    assertEquals(analytics.resultHash(), summed.resultHash());
  }
}
