package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Replays of spoilt artifacts, in real processes: what is wrong is named, and nothing is made. */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
class BadArtifactsTest {
  @TempDir Path directory;

  @Test
  void aParquetFileWhoseBytesWereChangedIsNamedWithBothDigests(OnlineRun online) throws Exception {
    Path folder = Artifacts.copy(online.artifacts("compare"), directory.resolve("artifacts"));
    Path parquet = folder.resolve("parquet");
    Path changed = parquet.resolve(Artifacts.names(parquet).get(0));
    byte[] bytes = Files.readAllBytes(changed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);

    PlumblineRun run =
        replay("--csv-old-path=" + folder, "--parquet-compare-path=" + parquet + "/*");

    String message = assertRefused(run);
    assertTrue(
        message.matches(
            ".*Cannot read \\Q%s\\E: its SHA-256 is \\p{XDigit}{64}, its manifest says \\p{XDigit}{64}"
                .formatted(changed)),
        message);
  }

  /** The manifest has the broken file's digest: only its parser can tell. */
  @Test
  void aBrokenLineOfARowStreamIsNamedAndNothingIsMade(OnlineRun online) throws Exception {
    Path streams = Artifacts.copy(online.rowStreams(), directory.resolve("row-streams"));
    Path manifest = Artifacts.manifest(streams, StorageProcess.NEW);
    Path stream =
        streams.resolve(manifest.getFileName().toString().replace(".artifact.json", ".jsonl"));
    List<String> lines = new ArrayList<>(Files.readAllLines(stream));
    lines.set(6, lines.get(6).substring(0, lines.get(6).length() - 2));
    Files.write(stream, lines);
    Artifacts.renew(manifest);
    Path made = directory.resolve("made");

    PlumblineRun run =
        replay(
            "--csv-new-path=" + made.resolve("new.csv"),
            "--parquet-new-path=" + made,
            "--row-stream-artifact-dir=" + streams);

    String message = assertRefused(run);
    assertTrue(message.contains("Cannot read %s, line 7: ".formatted(stream)), message);
    assertEquals(List.of(), Artifacts.names(made));
  }

  private PlumblineRun replay(String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of(flags));
    all.addAll(List.of("--offline-replay-stage-io", "--engines=duckdb"));
    all.add("--json-out=" + directory.resolve("storage.json"));
    return StorageProcess.run(directory, "storage", all);
  }

  /** Returns what was said. */
  private String assertRefused(PlumblineRun run) throws Exception {
    assertEquals(1, run.exit(), run::err);
    assertEquals("failed", run.lastLine().get("status").asText());
    assertEquals("ArtifactException", run.lastLine().get("error_type").asText());
    assertEquals(List.of(), run.results());
    assertTrue(Files.notExists(directory.resolve("storage.json")));
    return run.lastLine().get("message").asText();
  }
}
