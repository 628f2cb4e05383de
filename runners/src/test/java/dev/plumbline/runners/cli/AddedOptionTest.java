package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Addition;
import dev.plumbline.runners.Addition.Edit;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.Proving;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An option is declared in one class, and kept in one record: then every command knows it. */
@Timeout(300)
@Tag("exhaustive")
class AddedOptionTest {
  private static final String MODULE = "runners";
  private static final String OPTIONS = ProofOptions.class.getName();
  private static final Addition OPTION =
      new Addition(
          List.of(
              new Edit(
                  MODULE,
                  OPTIONS,
                  "  Proving proving(",
                  """
                    @Trait(needs = "--rows-target", sameForAllArms = true)
                    @Option(
                        names = "--proof-remark",
                        paramLabel = "TEXT",
                        defaultValue = "none",
                        description = "A word on the proof. Default: none.")
                    String proofRemark = "";

                    Proving proving("""),
              new Edit(MODULE, OPTIONS, "sample, showValues)", "sample, showValues, proofRemark)"),
              new Edit(
                  MODULE,
                  Proving.class.getName(),
                  "boolean showValues)",
                  "boolean showValues, String proofRemark)")),
          List.of());

  @TempDir static Path product;
  private static String classPath;

  @TempDir Path directory;

  @BeforeAll
  static void addIt() throws Exception {
    classPath = OPTION.classPath(product);
  }

  @Test
  void helpRunReportAndErrorsKnowIt() throws Exception {
    assertTrue(run("elt", "--help").out().contains("--proof-remark=TEXT"));

    Path json = directory.resolve("report.json");
    PlumblineRun said =
        run(
            "elt",
            "--runner=floor",
            "--rows-target=600",
            "--mine-rows=600",
            "--proof-remark=well",
            "--json-out=" + json);
    assertEquals(0, said.exit(), said::err);
    JsonNode report = Json.mapper().readTree(json.toFile());
    assertEquals("well", report.at("/options/proof_remark").asText());
    assertEquals("valid", report.at("/cell/status").asText());

    PlumblineRun misspelt = run("elt", "--proof-remrak=well");
    assertEquals(64, misspelt.exit());
    assertTrue(misspelt.err().contains("--proof-remark"), misspelt::err);

    PlumblineRun alone = run("elt", "--proof-remark=well");
    assertEquals(64, alone.exit());
    assertTrue(alone.err().contains("--proof-remark: it needs --rows-target"), alone::err);
  }

  @Test
  void armsKnowItToo() throws Exception {
    PlumblineRun run =
        run("measure", "--arm=a=--proof-remark=well", "--arm=b=--runner floor", "--blocks=1");
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("no --proof-remark: it must be the same"), run::err);
  }

  private PlumblineRun run(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    return PlumblineRun.apart(List.of(), classPath, directory, all);
  }
}
