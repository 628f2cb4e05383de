package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.study.engines.ReadyEngine;
import dev.plumbline.transforms.artifact.ArtifactManifest;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code storage} over a few rows of the local mine, in real processes. */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
class StorageRunTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"compare,300", "new,1000"})
  void aPairIsTheSameRowsInBothFormsAndTheParquetIsSmaller(
      String pair, long rows, OnlineRun online) {
    JsonNode sizes = online.report().at("/sizes/" + pair);
    JsonNode parity = online.report().at("/parity/" + pair);
    JsonNode invariants = parity.at("/relation/invariants");

    assertEquals(rows, sizes.get("rows").asLong());
    assertEquals("exact", parity.at("/relation/equivalence").asText());
    assertEquals(rows, invariants.at("/row_count/left").asLong());
    assertEquals(rows, invariants.at("/row_count/right").asLong());
    for (String side : List.of("left", "right")) {
      assertEquals(
          sizes.get("content_hash"), invariants.at("/content_hash/" + side), parity::toString);
    }
    double csv = sizes.get("csv_bytes").asDouble();
    double parquet = sizes.get("parquet_bytes").asDouble();
    assertTrue(parquet < csv, sizes::toString);
    assertEquals(100 * (csv - parquet) / csv, sizes.get("reduction_pct").asDouble(), 0.005);
    assertTrue(online.process().out().contains("2 pairs compared in full: equivalent"));
  }

  /** Names are those of the original suite's stage model. */
  @ParameterizedTest
  @CsvSource({"compare,300", "new,1000"})
  void itsExportsHaveStageModelsWhoseNumbersFitTheFiles(String pair, long rows, OnlineRun online)
      throws Exception {
    for (String export : List.of("old", "parallel")) {
      JsonNode stages =
          online.report().at("/exports/%s.%s/stage_model/stages".formatted(pair, export));
      for (String stage : List.of("fetch", "decode")) {
        assertEquals(rows, stages.at("/" + stage + "/rows_fetched").asLong());
        assertTrue(stages.at("/" + stage + "/elapsed_seconds").asDouble() > 0, stages::toString);
        assertTrue(stages.at("/" + stage + "/cpu_seconds").isNumber(), stages::toString);
      }
      assertEquals(0, stages.at("/fetch/retries").asInt());
      assertTrue(stages.at("/fetch/bytes_out").asLong() > 0, stages::toString);
      assertEquals(export.equals("parallel"), stages.at("/parquet_write/enabled").asBoolean());
    }
    assertEquals(
        online.report().at("/sizes/" + pair + "/parquet_bytes"),
        online
            .report()
            .at("/exports/" + pair + ".parallel/stage_model/stages/parquet_write/parquet_bytes"));
    long csv = 0;
    for (String name : Artifacts.names(online.oldCsv(pair))) {
      csv += name.endsWith(".csv") ? Files.size(online.oldCsv(pair).resolve(name)) : 0;
    }
    assertEquals(csv, online.report().at("/sizes/" + pair + "/csv_bytes").asLong());
  }

  @Test
  void bothFormsAreWrittenLoadedAndScannedAndMayShowTheirTimes(OnlineRun online) {
    ReadyEngine.of(Engines.POLARS);
    Set<String> expected = new TreeSet<>();
    for (String pair : List.of("compare", "new")) {
      for (String form : List.of("csv", "parquet")) {
        expected.add(form + " " + pair + ".write plumbline");
        for (String engine : Engines.ofStorage()) {
          expected.add(form + " " + pair + "." + engine + "_load " + engine);
          expected.add(form + " " + pair + "." + engine + "_scan " + engine);
        }
      }
    }
    for (int block = 0; block <= 1; block++) {
      Set<String> found = new TreeSet<>();
      for (JsonNode fork : online.report().at("/measurement/raw/forks")) {
        for (JsonNode iteration : fork.get("iterations")) {
          JsonNode cell = iteration.get("cell");
          assertEquals("exact", cell.at("/evidence/parity").asText(), cell::toString);
          assertTrue(cell.at("/timing/wall_seconds").asDouble() > 0, cell::toString);
          if (fork.get("block").asInt() == block) {
            String arm = fork.get("arm").asText();
            found.add(
                arm + " " + cell.get("scenario").asText() + " " + cell.get("engine").asText());
          }
        }
      }
      assertEquals(expected, found, "block " + block);
    }
    Set<String> timed = new TreeSet<>();
    online
        .report()
        .at("/measurement/analysis/arms")
        .forEach(arm -> timed.add(arm.get("scenario").asText()));
    assertEquals(10, timed.size(), timed::toString);
  }

  /** The manifest has the wrong file's digest: only its rows can tell. */
  @Test
  void aCsvWithOneOtherCellIsAParityFailureWithoutTimes(OnlineRun online) throws Exception {
    Path wrong = Artifacts.copy(online.artifacts("compare"), directory.resolve("wrong"));
    Path csv = wrong.resolve("csv/rows.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(csv));
    String last = lines.get(lines.size() - 1);
    String taxon = last.substring(last.lastIndexOf(',') + 1);
    lines.set(lines.size() - 1, last.substring(0, last.length() - taxon.length()) + "1" + taxon);
    Files.write(csv, lines);
    Artifacts.renew(wrong.resolve(ArtifactManifest.FILE));
    Path json = directory.resolve("storage.json");

    PlumblineRun run =
        StorageProcess.run(
            directory,
            "storage",
            List.of(
                "--offline-replay-stage-io",
                "--csv-old-path=" + csv,
                "--parquet-compare-path=" + wrong,
                "--engines=duckdb",
                "--json-out=" + json));

    assertEquals(3, run.exit(), run::err);
    assertEquals("parity_failure", run.lastLine().get("status").asText());
    assertEquals("ParityMismatch", run.lastLine().get("error_type").asText());
    String message = run.lastLine().get("message").asText();
    assertTrue(message.startsWith("compare: CSV and Parquet differ: "), message);
    assertTrue(message.contains("organism_taxonId"), message);
    assertEquals(1, run.results().size(), "the evidence of a difference is in sight");
    assertFalse(Files.exists(json));
    assertFalse(Files.exists(run.folder().resolve("history.jsonl")));
    assertFalse(run.out().contains("csv s"), run::out);
  }
}
