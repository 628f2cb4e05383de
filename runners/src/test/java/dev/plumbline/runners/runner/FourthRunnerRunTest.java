package dev.plumbline.runners.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Addition;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With one class more, and one constant in the list, the product knows a fourth runner. */
@Timeout(300)
@Tag("exhaustive")
class FourthRunnerRunTest {
  private static final String NAME = "direct-checked";
  private static final Addition RUNNER =
      Addition.toList(
          "runners",
          Runners.class,
          """
            /** With all its checks. */
            DIRECT_CHECKED {
              @Override
              public Runner runner() {
                return new CheckedDirect();
              }
            }
          """,
          "runners/src/test/java/dev/plumbline/runners/runner/CheckedDirect.java");

  @TempDir static Path product;
  private static String classPath;

  @TempDir Path directory;

  @BeforeAll
  static void addIt() throws Exception {
    classPath = RUNNER.classPath(product);
  }

  @Test
  void aRunOnItIsProven() throws Exception {
    Path json = directory.resolve("report.json");
    PlumblineRun run =
        run("elt", "--runner", NAME, "--rows-target=800", "--mine-rows=800", "--json-out=" + json);

    assertEquals(0, run.exit(), run::err);
    JsonNode report = Json.mapper().readTree(json.toFile());
    assertEquals("valid", report.at("/cell/status").asText(), () -> report.at("/cell").toString());
    assertEquals(NAME, report.at("/cell/runner").asText());
    assertEquals(NAME, report.at("/cell/evidence/runner/actual").asText());
    assertEquals("exact", report.at("/parity/join/equivalence").asText());
    assertTrue(report.at("/ledger").has("of_wall_translation"), report.at("/ledger")::toString);
  }

  @Test
  void theHelpNamesItAndSoDoesTheErrorOfAnother() throws Exception {
    PlumblineRun help = run("elt", "--help");
    assertTrue(help.out().contains(NAME), help::out);

    PlumblineRun other = run("elt", "--runner=spark");
    assertEquals(64, other.exit());
    assertTrue(other.err().contains("flink-local, " + NAME), other::err);
  }

  private PlumblineRun run(String... command) throws Exception {
    return PlumblineRun.apart(List.of(), classPath, directory, List.of(command));
  }
}
