package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code storage} and {@code engines} over what an online run has left, in real processes whose
 * sockets are watched. {@code storage} runs on the floor with DuckDB and Polars, {@code engines} on
 * Beam's DirectRunner with Beam's own engine.
 */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
@Tag("exhaustive")
class OfflineReplayTest {
  private static final long SEED = 31;

  @TempDir static Path directory;
  private static Path rowStreams;
  private static Replayed storage;
  private static Replayed engines;

  /** A replay that ended well, and what was seen of its sockets. */
  private record Replayed(PlumblineRun process, JsonNode report, SocketWatch sockets) {
    static Replayed of(String command, List<String> flags) throws Exception {
      Path own = Files.createDirectories(directory.resolve(command));
      Path json = own.resolve("report.json");
      SocketWatch sockets = new SocketWatch(own.resolve("strace"));
      List<String> all = new ArrayList<>(flags);
      all.addAll(List.of("--offline-replay-stage-io", "--json-out=" + json));
      all.add("--row-stream-artifact-dir=" + rowStreams);
      PlumblineRun process = StorageProcess.apart(sockets.prefix(), own, command, all);
      assertEquals(0, process.exit(), process::err);
      return new Replayed(process, Json.mapper().readTree(json.toFile()), sockets);
    }
  }

  @BeforeAll
  static void replay(OnlineRun online) throws Exception {
    rowStreams = Artifacts.copy(online.rowStreams(), directory.resolve("row-streams"));
    OthersRowStream.inThePlaceOf(Artifacts.manifest(rowStreams, StorageProcess.COMPARE), SEED);
    Path matrix = directory.resolve("matrix.json");
    Files.writeString(matrix, "{\"tiny\": [%d]}".formatted(StorageProcess.COMPARE));
    storage =
        Replayed.of(
            "storage",
            List.of(
                "--runner=floor",
                "--baseline-rows=" + StorageProcess.COMPARE,
                "--matrix=tiny",
                "--matrix-file=" + matrix,
                "--csv-old-path=" + directory.resolve("made/old"),
                "--parquet-compare-path=" + directory.resolve("made/compare.parquet"),
                "--csv-new-path=" + online.oldCsv("new") + "/rows-*-of-*.csv",
                "--parquet-new-path=" + online.artifacts("new")));
    engines =
        Replayed.of(
            "engines",
            List.of(
                "--runner=direct",
                "--engines=beam",
                "--parquet-new-path=" + directory.resolve("made/new.parquet")));
  }

  @Test
  void aPairOfTheMatrixIsMadeOfTheRowStreamOfAsManyRows(OnlineRun online) {
    JsonNode sizes = storage.report().at("/sizes/tiny_" + StorageProcess.COMPARE);
    assertEquals(online.contentHash("compare"), sizes.get("content_hash").asText());
    assertEquals(2, sizes.get("remarks").size(), sizes::toString);
    assertEquals(3, storage.report().get("sizes").size());
  }

  @Test
  void aPairThatLiesThereIsTheSameAsOnline(OnlineRun online) throws Exception {
    assertEquals(List.of(), ReportSchema.storageErrors(storage.report().toString()));
    JsonNode sizes = storage.report().at("/sizes/new");
    assertEquals(online.report().at("/sizes/new"), sizes, "bytes, rows, digest, no remarks");
    assertTrue(storage.report().get("exports").isEmpty());
  }

  @Test
  void whatIsNotThereIsMadeOfARowStreamWhoseKeysComeInAnyOrder(OnlineRun online) throws Exception {
    JsonNode sizes = storage.report().at("/sizes/compare");
    assertEquals(online.contentHash("compare"), sizes.get("content_hash").asText(), "seed " + SEED);
    assertEquals(StorageProcess.COMPARE, sizes.get("rows").asInt());
    assertEquals(
        "[\"csv: made of the row stream\",\"parquet: made of the row stream\"]",
        sizes.get("remarks").toString());
    assertEquals(
        online.report().at("/sizes/compare/csv_bytes"), sizes.get("csv_bytes"), "the same dialect");
    assertEquals(
        Files.size(directory.resolve("made/compare.parquet")), sizes.get("parquet_bytes").asLong());
    assertEquals(2, Artifacts.names(directory.resolve("made/old")).size(), "a CSV and its schema");
  }

  @Test
  void enginesMakeTheirParquetOfTheRowStreamAlone(OnlineRun online) throws Exception {
    assertEquals(List.of(), ReportSchema.enginesErrors(engines.report().toString()));
    JsonNode input = engines.report().at("/inputs/new");
    assertEquals(online.contentHash("new"), input.get("content_hash").asText());
    assertEquals(
        Files.size(directory.resolve("made/new.parquet")), input.get("size_bytes").asLong());
    assertTrue(engines.process().out().contains("4 results held to the reference: all equivalent"));
  }

  @Test
  void noProcessOfAReplayOfStorageOpensASocket() throws Exception {
    assertSocketless(storage, 6);
  }

  @Test
  void noProcessOfAReplayOfEnginesOpensASocket() throws Exception {
    assertSocketless(engines, 4);
  }

  private static void assertSocketless(Replayed replayed, int jvms) throws Exception {
    replayed.sockets().assumeWatched();
    assertEquals(jvms, replayed.sockets().jvms(), "launcher, one that makes ready, forks");
    assertEquals(List.of(), replayed.sockets().beyondTheJvmsOwn());
  }

  /** So that the tests above can fail. */
  @Test
  void aSocketOverLoopbackIsSeen() throws Exception {
    storage.sockets().assumeWatched();
    SocketWatch sockets = new SocketWatch(directory.resolve("strace"));
    sockets.watch(OpensASocket.class, "");
    String seen = sockets.beyondTheJvmsOwn().toString();
    for (String call : List.of("socket(", "bind(", "listen(", "connect(")) {
      assertTrue(seen.contains(call), seen);
    }
  }

  @Test
  void withoutFilesAndRowStreamItSaysAllThatWasLookedFor() throws Exception {
    Path own = Files.createDirectories(directory.resolve("nothing"));
    Path csv = own.resolve("old.csv");
    String glob = own + "/*.parquet";

    PlumblineRun run =
        StorageProcess.run(
            own,
            "storage",
            List.of(
                "--offline-replay-stage-io",
                "--csv-new-path=" + csv,
                "--parquet-new-path=" + glob,
                "--row-stream-artifact-dir=" + own.resolve("streams")));

    assertEquals(1, run.exit(), run::err);
    assertEquals("ArtifactException", run.lastLine().get("error_type").asText());
    String message = run.lastLine().get("message").asText();
    for (Object looked : List.of(csv, glob, own.resolve("streams/local-seed42-of1000-1000-"))) {
      assertTrue(message.contains("at '" + looked), message);
    }
    assertEquals(List.of(), run.results());
  }
}
