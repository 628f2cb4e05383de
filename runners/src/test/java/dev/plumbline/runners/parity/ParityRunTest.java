package dev.plumbline.runners.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code parity} by its real flags, in real processes. */
@Timeout(300)
class ParityRunTest {
  private static final String GENES =
      "SELECT 'G' || i AS id, CASE WHEN i %% 5 <> 0 THEN 'symbol ' || i %% 40 END AS symbol,"
          + " 0.1::DOUBLE * i AS score%s FROM range(%d) t(i)";

  @TempDir Path directory;

  @Test
  void saysThatTwoFilesHoldTheSameRowsWhateverTheirOrder() throws Exception {
    String left = write("left.parquet", genes("", 5_000));
    String right = write("right.parquet", genes("", 5_000) + " ORDER BY hash(i)");
    Path json = directory.resolve("parity.json");

    PlumblineRun run =
        PlumblineRun.apart(
            List.of(),
            directory,
            List.of("parity", left, right, "--heap=256m", "--json-out=" + json));

    assertEquals(0, run.exit(), run::err);
    assertTrue(run.out().contains("exact"), run::out);
    assertEquals("done", run.lastLine().get("status").asText());
    assertEquals(List.of(), ReportSchema.parityErrors(Files.readString(json)));
    JsonNode invariants = Json.mapper().readTree(json.toFile()).at("/comparison/invariants");
    assertEquals("5000", invariants.at("/groupby_count/left").asText());
    assertEquals("id", invariants.at("/groupby_count/stable_identifier").asText());
    assertEquals(32, invariants.at("/sample_hash/left").asText().length());
    assertTrue(invariants.at("/sample_hash/left_rows").isMissingNode(), invariants::toString);

    PlumblineRun ordered = parity(left, right, "--ordered");
    assertEquals(3, ordered.exit(), ordered::err);
    assertTrue(ordered.out().contains("order_hash"), ordered::out);
  }

  @Test
  void namesTheRowAndColumnOfOneUlp() throws Exception {
    String left = write("left.parquet", genes("", 50_000));
    String right =
        write(
            "right.parquet",
            "SELECT * REPLACE (CASE WHEN id = 'G777' THEN nextafter(score, 'inf'::DOUBLE) ELSE score"
                + " END AS score) FROM '"
                + left
                + "'");
    double value = 0.1 * 777;
    Path json = directory.resolve("parity.json");

    PlumblineRun run = parity(left, right, "--json-out=" + json);

    assertEquals(3, run.exit(), run::err);
    assertTrue(run.out().contains("differs id=\"G777\""), run::out);
    String cell = "score: \"%s\" | \"%s\" (off_by_ulp)".formatted(value, Math.nextUp(value));
    assertTrue(run.out().contains(cell), run::out);
    assertEquals("parity_failure", run.lastLine().get("status").asText());
    assertEquals(1, run.results().size(), "the evidence of a difference is in sight");
    assertEquals(List.of(), ReportSchema.parityErrors(Files.readString(json)));

    PlumblineRun allowed = parity(left, right, "--no-strict-parity");
    assertEquals(0, allowed.exit(), allowed::err);
    assertTrue(allowed.out().contains(cell), allowed::out);
    assertEquals("different", allowed.lastLine().get("parity").asText());

    PlumblineRun excused =
        parity(left, right, "--key=id", "--contract=score=ulp:1:summed in another order");
    assertEquals(0, excused.exit(), excused::err);
    assertTrue(excused.out().contains("within contract"), excused::out);
  }

  @Test
  void comparesCsvAndParquetAndQueries() throws Exception {
    String parquet = write("rows.parquet", genes("", 100));
    sql(
        "COPY (SELECT * FROM '%s') TO '%s' (FORMAT csv, HEADER, FORCE_QUOTE (symbol), NULLSTR '')"
            .formatted(parquet, directory.resolve("rows.csv")));

    PlumblineRun query =
        parity(parquet, "duckdb:SELECT id, symbol, score FROM '" + parquet + "'", "--show-sample");
    assertEquals(0, query.exit(), query::err);
    assertFalse(query.err().contains("SELECT"), "a log quotes no query");
    JsonNode report =
        Json.mapper().readTree(Path.of(query.lastLine().get("report").asText()).toFile());
    assertEquals(100, report.get("sample_rows").size());
    assertEquals("G0", report.at("/sample_rows/0/id").asText());

    PlumblineRun csv = parity(parquet, directory.resolve("rows.csv").toString());
    assertEquals(0, csv.exit(), csv::err);

    Path empty = Files.writeString(directory.resolve("empty.csv"), "id,symbol,score\nG0,\"\",0\n");
    PlumblineRun different = parity(write("one.parquet", genes("", 1)), empty.toString());
    assertEquals(3, different.exit(), different::err);
    assertTrue(different.out().contains("null | \"\" (null_against_empty)"), different::out);
  }

  @ParameterizedTest
  @ValueSource(strings = {", 1 AS more", "renamed", "reordered", "typed"})
  void namesOtherColumns(String how) throws Exception {
    String left = write("left.parquet", genes("", 10));
    String right =
        write(
            "right.parquet",
            switch (how) {
              case "renamed" -> "SELECT id, symbol AS label, score FROM '" + left + "'";
              case "reordered" -> "SELECT id, score, symbol FROM '" + left + "'";
              case "typed" -> "SELECT id, symbol, score::BIGINT AS score FROM '" + left + "'";
              default -> "SELECT *, 1 AS more FROM '" + left + "'";
            });

    PlumblineRun run = parity(left, right);

    assertEquals(3, run.exit(), run::err);
    String expected =
        switch (how) {
          case "renamed" -> "on the right only  label";
          case "reordered" -> "the same columns stand in another order";
          case "typed" -> "of another type  score";
          default -> "on the right only  more";
        };
    assertTrue(run.out().contains(expected), run::out);
  }

  @Test
  void twoEmptyTablesProveNothingUnlessThatIsAllowed() throws Exception {
    String left = write("left.parquet", genes("", 0));
    String right = write("right.parquet", genes("", 0));

    PlumblineRun refused = parity(left, right);
    assertEquals(1, refused.exit(), refused::err);
    assertTrue(refused.out().contains("both tables have no rows"), refused::out);
    assertEquals(0, parity(left, right, "--allow-empty").exit());
    String one = write("one.parquet", genes("", 1));
    assertEquals(3, parity(left, one, "--allow-empty").exit());
  }

  @Test
  void saysWhatIsWrongWithAKeyOrAFile() throws Exception {
    String left = write("left.parquet", genes("", 10));
    String right = write("right.parquet", genes("", 10));

    PlumblineRun key = parity(left, right, "--key=name");
    assertEquals(64, key.exit(), key::err);
    assertTrue(key.err().contains("no column 'name'; there are id, symbol, score"), key::err);

    PlumblineRun contract = parity(left, right, "--key=id", "--contract=symbol=ulp:1:x");
    assertEquals(64, contract.exit(), contract::err);

    Files.writeString(Path.of(right), "PAR1");
    PlumblineRun cut = parity(left, right);
    assertEquals(1, cut.exit(), cut::err);
    assertTrue(cut.err().contains("right.parquet is no whole Parquet file"), cut::err);
  }

  @Test
  void pairsRowsByAKeyThatIsNotUniqueAndSaysSo() throws Exception {
    String left = write("left.parquet", genes("", 400));
    String right = write("right.parquet", "SELECT * FROM '" + left + "' WHERE id <> 'G11'");

    PlumblineRun run = parity(left, right, "--key=symbol");

    assertEquals(3, run.exit(), run::err);
    assertTrue(run.out().contains("1 missing, 0 extra, 0 differing"), run::out);
    assertTrue(run.out().contains("which is not unique"), run::out);
  }

  private static String genes(String more, int rows) {
    return GENES.formatted(more, rows);
  }

  private String write(String name, String select) throws Exception {
    Path file = directory.resolve(name);
    sql("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
    return file.toString();
  }

  private static void sql(String statement) throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement run = duckDb.createStatement()) {
      run.execute(statement);
    }
  }

  private PlumblineRun parity(String left, String right, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("parity", left, right, "--heap=256m"));
    all.addAll(List.of(more));
    return PlumblineRun.inside(directory, all);
  }
}
