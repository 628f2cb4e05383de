package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.run.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full, in real forks of {@code storage}: no file that looks whole is left behind. */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
@Tag("exhaustive")
class StorageFullDiskTest {
  @TempDir Path directory;

  @Test
  void aCsvThatCannotBeMadeOfTheRowStreamIsNotThere(OnlineRun online) throws Exception {
    Path made = directory.resolve("made");

    JsonNode last =
        storage(
            StoragePrepareChild.class,
            SmallDisk.NoRoomForCsv.class,
            "--row-stream-artifact-dir=" + online.rowStreams(),
            "--csv-new-path=" + made.resolve("new.csv"),
            "--parquet-new-path=" + made.resolve("new.parquet"));

    assertFull(last, made.resolve("new.csv"));
    assertEquals(List.of(), Artifacts.names(made));
    assertFalse(Files.exists(directory.resolve("storage.json")));
  }

  @Test
  void aParquetThatCannotBeMadeOfTheRowStreamIsNotThere(OnlineRun online) throws Exception {
    Path made = directory.resolve("made");

    JsonNode last =
        storage(
            StoragePrepareChild.class,
            SmallDisk.NoRoomForParquet.class,
            "--row-stream-artifact-dir=" + online.rowStreams(),
            "--csv-new-path=" + online.oldCsv("new"),
            "--parquet-new-path=" + made);

    assertFull(last, made);
    assertEquals(List.of(), Artifacts.names(made));
    assertFalse(Files.exists(directory.resolve("storage.json")));
  }

  @Test
  void aWriteThatIsMeasuredFailsAndHasNoTime(OnlineRun online) throws Exception {
    JsonNode last =
        storage(
            StorageChild.class,
            SmallDisk.NoRoomToWrite.class,
            "--csv-new-path=" + online.oldCsv("new"),
            "--parquet-new-path=" + online.artifacts("new"));

    assertFull(last, Path.of("rows.csv"));
    String text = Files.readString(directory.resolve("storage.json"));
    assertEquals(List.of(), ReportSchema.storageErrors(text));
    JsonNode report = Json.mapper().readTree(text);
    assertEquals("failed", report.at("/measurement/raw/forks/0/status").asText());
    for (JsonNode figure : report.at("/measurement/analysis/arms")) {
      assertTrue(figure.get("summary").isNull(), figure::toString);
    }
    try (Stream<Path> all = Files.walk(directory)) {
      assertEquals(
          List.of(), all.filter(p -> p.getFileName().toString().contains("rows.csv")).toList());
    }
  }

  private static void assertFull(JsonNode last, Path file) {
    assertEquals(1, last.get("exit_code").asInt(), last::toString);
    assertEquals("failed", last.get("status").asText());
    String message = last.get("message").asText();
    assertTrue(message.contains("File too large"), message);
    assertTrue(message.contains(file.toString()), message);
  }

  /** Returns the last line. */
  private JsonNode storage(
      Class<? extends ChildTask> real, Class<? extends SmallDisk> small, String... flags)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of(), Map.of(), print, print, task -> task.equals(real) ? small : task);
    List<String> all = new ArrayList<>(List.of("storage", "--offline-replay-stage-io"));
    all.addAll(List.of("--rows-target=1000", "--mine-rows=1000", "--engines=duckdb"));
    all.addAll(List.of("--runner=floor", "--parallelism=1", "--repetitions=1", "--heap=300m"));
    all.add("--json-out=" + directory.resolve("storage.json"));
    all.add("--results-dir=" + directory.resolve("results"));
    all.addAll(List.of(flags));
    new Cli(surroundings).execute(all.toArray(String[]::new));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return Json.mapper().readTree(lines.get(lines.size() - 1));
  }
}
