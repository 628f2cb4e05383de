package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.run.ReportSchema;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.ResultFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Polars' process is killed in the middle of a join, in a real fork of {@code engines}. */
@Timeout(300)
@Tag("exhaustive")
class KilledWorkerTest {
  @TempDir Path directory;

  @Test
  void aWorkerThatIsKilledInTheMiddleOfAJoinFailsTheRunAndLeavesNoFile() throws Exception {
    ReadyEngine.of(Engines.POLARS);
    Path folder = Files.createDirectories(LongJoin.folder(directory.resolve("results")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> engines(out));

    waitFor(folder.resolve(LongJoin.TABLES), run, out);
    ProcessHandle worker = workerOfAFork();
    // It begins to write when it has joined: from here on it is a matter of a second.
    Path result = new ResultFiles(folder.toString(), "join_engine").whole();
    waitFor(ResultFiles.unfinished(result), run, out);
    assertTrue(worker.destroyForcibly());

    assertEquals(1, run.get(), () -> text(out));
    worker.onExit().join();
    List<String> lines = text(out).lines().toList();
    JsonNode last = Json.mapper().readTree(lines.get(lines.size() - 1));
    String message = last.get("message").asText();
    assertTrue(message.contains("the polars worker died with exit code 137 (signal 9)"), message);
    assertTrue(message.contains("join into " + folder), message);
    assertEquals(
        List.of(LongJoin.TABLES), names(folder), "neither the result nor what was begun of it");
    assertNoTime();
  }

  private static void waitFor(Path file, Future<Integer> run, ByteArrayOutputStream out)
      throws InterruptedException {
    while (!Files.exists(file)) {
      assertFalse(run.isDone(), () -> "it ended early: " + text(out));
      Thread.sleep(2);
    }
  }

  private void assertNoTime() throws IOException {
    String text = Files.readString(directory.resolve("engines.json"));
    assertEquals(List.of(), ReportSchema.enginesErrors(text));
    JsonNode report = Json.mapper().readTree(text);
    assertEquals("failed", report.at("/measurement/raw/forks/0/status").asText());
    for (JsonNode figure : report.at("/measurement/analysis/arms")) {
      assertTrue(figure.get("summary").isNull(), figure::toString);
    }
  }

  /** Not that of this JVM, which other tests may have started. */
  private static ProcessHandle workerOfAFork() {
    long own = ProcessHandle.current().pid();
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("worker.mjs"))
        .filter(process -> process.parent().map(ProcessHandle::pid).orElse(own) != own)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no worker of a fork is there"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private int engines(ByteArrayOutputStream out) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            Map.of(),
            print,
            print,
            task -> task.equals(EngineChild.class) ? LongJoin.class : task);
    return new Cli(surroundings)
        .execute(
            "engines",
            "--engines=polars",
            "--runner=direct",
            "--rows-target=800",
            "--mine-rows=800",
            "--page-size=400",
            "--parallelism=2",
            "--repetitions=1",
            "--heap=500m",
            "--json-out=" + directory.resolve("engines.json"),
            "--results-dir=" + directory.resolve("results"));
  }

  private static String text(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8);
  }
}
