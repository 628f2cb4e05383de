package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.mine.scripted.ScriptedMine;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mine that is not ours, with a model of its own; well-behaved, and not. */
@Timeout(300)
class ForeignMineTest {
  private static final String MODEL =
      """
      <model name="beans" package="org.example">
        <class name="Pod" is-interface="true">
          <attribute name="label" type="java.lang.String"/>
          <attribute name="ripe" type="java.lang.Boolean"/>
          <attribute name="weight" type="java.lang.Double"/>
          <attribute name="seeds" type="java.lang.Integer"/>
          <attribute name="picked" type="java.util.Date"/>
          <reference name="plant" referenced-type="Plant"/>
        </class>
        <class name="Plant" is-interface="true">
          <attribute name="label" type="java.lang.String"/>
        </class>
      </model>
      """;
  private static final String VIEWS = "label,ripe,weight,seeds,picked,plant.label";

  @TempDir Path directory;

  @Test
  void exportsBooleansIntegersThatLookLikeDoublesNullsAndNonAsciiTextRight() throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("[\"\u0141uskowa \ud83c\udf31\",true,1,5.0,\"2024-02-29\",null]");
    rows.add("[\"\",false,2.5,-7,null,\"a \\\"b\\\"\\n\"]");
    rows.add("[null,null,null,null,null,\"\u6f22\"]");
    rows.add("[\"x\",null,1.0E-5,2147483648,\"1999-12-31\",\"y\"]");
    try (ScriptedMine mine = mine(rows).start()) {
      Path json = directory.resolve("r.json");
      PlumblineRun run = run(mine, "--page-size=3", "--json-out=" + json);

      assertEquals(0, run.exit(), run::err);
      JsonNode report = Json.mapper().readTree(json.toFile());
      assertEquals("valid", report.at("/cell/status").asText());
      assertFalse(report.toString().contains("Pod.label"), "the query of a foreign mine is shown");
      assertEquals(
          List.of(
              "null|null|null|null|null|\u6f22",
              "x|null|1.0E-5|2147483648|1999-12-31|y",
              "|false|2.5|-7|null|a \"b\"\n",
              "\u0141uskowa \ud83c\udf31|true|1.0|5|2024-02-29|null"),
          parquet(run));
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("html(status=503, start=4)", "status 503 with an HTML page"),
        Arguments.of("html(status=200, start=4)", "status 200 with an HTML page"),
        Arguments.of("cut(bytes=200, start=4)", "query/results"),
        Arguments.of("failed-trailer(rows=2, start=4)", "offset 4"),
        Arguments.of("failed-trailer(rows=4, start=4)", "offset 4"),
        Arguments.of("short-page(rows=1, start=4)", "3 rows came, expected 4"),
        Arguments.of("wrong-count(delta=2)", "expected"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failsAndSaysWhereWhenTheMineMisbehaves(String fault, String message) throws Exception {
    try (ScriptedMine mine = mine(tenRows()).faults(fault).start()) {
      PlumblineRun run = run(mine, "--page-size=4", "--tries=1");

      assertEquals(1, run.exit(), run::err);
      assertTrue(run.err().contains(message), run::err);
      assertEquals("failed", run.lastLine().get("status").asText());
      assertEquals(List.of(), run.results());
    }
  }

  @Test
  void withholdsTheTimeOfARunThatHadToRetry() throws Exception {
    try (ScriptedMine mine = mine(tenRows()).faults("cut(bytes=60, attempts=1, start=4)").start()) {
      Path json = directory.resolve("r.json");
      PlumblineRun run =
          run(mine, "--page-size=4", "--tries=2", "--retry-wait-seconds=0.1", "--json-out=" + json);

      assertEquals(0, run.exit(), run::err);
      JsonNode report = Json.mapper().readTree(json.toFile());
      assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
      assertEquals("invalid", report.at("/cell/status").asText());
      assertEquals(1, report.at("/cell/evidence/retries").asInt());
      assertTrue(report.at("/cell/timing").isNull());
      assertEquals(2, mine.log().requests(4));
    }
  }

  @Test
  void failsWhereTheMineHasNoRows() throws Exception {
    try (ScriptedMine mine = mine(List.of()).start()) {
      PlumblineRun run = run(mine);

      assertEquals(1, run.exit(), run::err);
      assertTrue(run.err().contains("there is nothing to export"), run::err);
      assertEquals(List.of(), run.results());
    }
  }

  @Test
  void aMineThatCannotBeReachedSkipsTheRun() throws Exception {
    PlumblineRun run =
        PlumblineRun.inside(directory, List.of("elt", "--mine-url=http://127.0.0.1:1/x/service"));

    assertEquals(2, run.exit(), run::err);
    assertTrue(run.err().contains("http://127.0.0.1:1/x/service/version/ws"), run::err);
    assertEquals("mine_unreachable", run.lastLine().get("error_type").asText());
    assertEquals(List.of(), run.results());
  }

  @Test
  void theFallbackAnswersForATargetThatDoesNot() throws Exception {
    try (ScriptedMine mine = mine(tenRows()).start()) {
      Path targets =
          Files.writeString(
              directory.resolve("targets.json"),
              """
              [{"name": "beans", "endpoint": "http://127.0.0.1:1/x/service",
                "fallback_endpoint": "%s", "workers": 2, "query_root": "Pod",
                "query_views": ["label"]}]
              """
                  .formatted(mine.serviceRoot()));

      PlumblineRun run =
          PlumblineRun.inside(
              directory,
              List.of(
                  "elt",
                  "--runner=floor",
                  "--targets-file=" + targets,
                  "--benchmark-target=beans",
                  "--query-views=" + VIEWS,
                  "--query-joins=plant"));

      assertEquals(0, run.exit(), run::err);
      assertTrue(run.err().contains(mine.serviceRoot() + " answers in its place"), run::err);
    }
  }

  @Test
  void measureAsksTheFallbackToo() throws Exception {
    Path targets =
        Files.writeString(
            directory.resolve("targets.json"),
            """
            [{"name": "beans", "endpoint": "http://127.0.0.1:1/x/service",
              "fallback_endpoint": "http://127.0.0.1:2/y/service", "workers": 2,
              "query_root": "Pod", "query_views": ["label"]}]
            """);

    PlumblineRun run =
        PlumblineRun.inside(
            directory,
            List.of(
                "measure",
                "--arm=a=",
                "--arm=b=--runner floor",
                "--targets-file=" + targets,
                "--benchmark-target=beans"));

    assertEquals(2, run.exit(), run::err);
    String reason = run.lastLine().get("message").asText();
    assertTrue(reason.contains("127.0.0.1:1/x") && reason.contains("127.0.0.1:2/y"), reason);
  }

  private static List<String> tenRows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add("[\"pod-%d of a rather long name, for cutting\",true,1,1,null,null]".formatted(i));
    }
    return rows;
  }

  private static ScriptedMine.Builder mine(List<String> rows) {
    return ScriptedMine.builder().model(MODEL).root("Pod").rows(rows);
  }

  private PlumblineRun run(ScriptedMine mine, String... more) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "elt",
            "--runner=floor",
            "--mine-url=" + mine.serviceRoot(),
            "--query-root=Pod",
            "--query-views=" + VIEWS,
            "--query-joins=plant"));
    arguments.addAll(List.of(more));
    return PlumblineRun.inside(directory, arguments);
  }

  /** All written rows as text, sorted. */
  private static List<String> parquet(PlumblineRun run) throws Exception {
    Path home = Path.of(run.lastLine().get("report").asText()).getParent();
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT * FROM read_parquet('%s/artifacts/parquet/*.parquet')".formatted(home))) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
          cells.add(String.valueOf(row.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
