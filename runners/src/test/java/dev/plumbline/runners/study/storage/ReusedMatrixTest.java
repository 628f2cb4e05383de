package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A matrix in real processes, one after another in the same results folder. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("exhaustive")
class ReusedMatrixTest {
  private static final Set<String> EXPORTS =
      Set.of(
          "compare.old",
          "compare.parallel",
          "new.old",
          "new.parallel",
          "tiny_250.old",
          "tiny_250.parallel");

  @TempDir static Path directory;
  private static String first;

  /** A run, its report and where the files of its exports come from. */
  private record Ended(PlumblineRun run, JsonNode report, Map<String, JsonNode> provenance) {
    Path home() throws Exception {
      return Path.of(run.lastLine().get("report").asText()).getParent();
    }
  }

  @Test
  @Order(1)
  void theFirstRunExportsAll() throws Exception {
    Ended ended = storage("--no-reuse");

    assertEquals(EXPORTS, ended.provenance().keySet());
    ended.provenance().forEach((name, from) -> assertOwn(from, name));
    assertFalse(ended.report().at("/options/reuse").asBoolean(true));
    assertFalse(ended.run().out().contains("reused"), ended.run()::out);
    assertFalse(ended.run().out().contains("exported anew"), ended.run()::out);
    first = String.valueOf(ended.home().getFileName());
  }

  @Test
  @Order(2)
  void theNextTakesAllOfThemAndSaysFromWhere() throws Exception {
    Ended ended = storage();

    assertEquals(EXPORTS, ended.provenance().keySet());
    ended
        .provenance()
        .forEach(
            (name, from) -> {
              assertEquals(first, from.get("reused_from").asText(), name);
              assertTrue(from.get("not_reused").isNull(), name);
              String line = "reused from run %s, exported at ".formatted(first);
              assertTrue(
                  ended.run().out().lines().anyMatch(l -> l.matches(name + " +" + line + ".*")),
                  ended.run()::out);
            });
    assertTrue(ended.run().out().contains("3 pairs compared in full: equivalent"));
    for (String export : EXPORTS) {
      JsonNode cell = ended.report().at("/exports/" + export + "/cell");
      assertEquals("valid", cell.get("status").asText(), cell::toString);
    }
    Ended earlier = report(directory.resolve("results").resolve(first), ended.run());
    assertEquals(earlier.report().get("sizes"), ended.report().get("sizes"));
  }

  @Test
  @Order(3)
  void anExportWhoseDigestFitsNoMoreIsDoneAnewAndTheReasonSaid() throws Exception {
    String file = "prepared/tiny_250/old/artifacts/csv/rows-00000-of-00001.csv";
    Path spoilt = directory.resolve("results").resolve(first).resolve(file);
    Files.writeString(spoilt, Files.readString(spoilt).replaceFirst("[a-y]", "z"));

    Ended ended = storage();

    ended
        .provenance()
        .forEach(
            (name, from) -> {
              if (!name.equals("tiny_250.old")) {
                assertEquals(first, from.get("reused_from").asText(), name);
              }
            });
    JsonNode anew = ended.provenance().get("tiny_250.old");
    assertTrue(anew.get("reused_from").isNull(), anew::toString);
    String reason = anew.get("not_reused").asText();
    assertTrue(reason.contains(": the SHA-256 of " + file + " is "), reason);
    assertTrue(
        ended.run().out().replaceAll(" +", " ").contains("tiny_250.old exported anew: " + reason),
        ended.run()::out);
    assertTrue(ended.run().out().contains("3 pairs compared in full: equivalent"));
  }

  /** The export is the same, whichever command wanted it. */
  @Test
  @Order(4)
  void enginesTakesTheParquetThatStorageHasExported() throws Exception {
    Path json = directory.resolve("engines.json");

    PlumblineRun run = run("engines", List.of("--json-out=" + json));

    String text = Files.readString(json);
    assertEquals(List.of(), ReportSchema.enginesErrors(text));
    JsonNode report = Json.mapper().readTree(text);
    assertEquals(first, report.at("/inputs/asked/provenance/reused_from").asText());
    assertTrue(run.out().contains("asked: reused from run " + first), run::out);
    assertEquals(StorageProcess.NEW, report.at("/inputs/asked/rows").asInt());
    assertEquals(4, report.get("parity").size());
    report.get("parity").forEach(held -> assertTrue(held.get("difference").isNull()));
  }

  private static void assertOwn(JsonNode from, String name) {
    from.forEach(field -> assertTrue(field.isNull(), () -> name + " comes from " + from));
  }

  private static Ended storage(String... more) throws Exception {
    Path matrix =
        Files.writeString(directory.resolve("matrix.json"), "{\"tiny\": [250], \"no\": [1]}");
    List<String> flags = new ArrayList<>(List.of("--matrix=tiny", "--matrix-file=" + matrix));
    flags.add("--baseline-rows=" + StorageProcess.COMPARE);
    flags.addAll(List.of(more));
    PlumblineRun run = run("storage", flags);
    return report(Path.of(run.lastLine().get("report").asText()).getParent(), run);
  }

  private static PlumblineRun run(String command, List<String> flags) throws Exception {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of("--engines=duckdb", "--runner=floor"));
    PlumblineRun run = StorageProcess.run(directory, command, all);
    assertEquals(0, run.exit(), run::err);
    return run;
  }

  private static Ended report(Path home, PlumblineRun run) throws Exception {
    String text = Files.readString(home.resolve("report.json"));
    assertEquals(List.of(), ReportSchema.storageErrors(text));
    JsonNode report = Json.mapper().readTree(text);
    Map<String, JsonNode> provenance = new TreeMap<>();
    report
        .get("exports")
        .properties()
        .forEach(export -> provenance.put(export.getKey(), export.getValue().get("provenance")));
    return new Ended(run, report, provenance);
  }
}
