package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code measure} by its real flags in real processes, of commands, which are quick. */
@Timeout(120)
class MeasureCommandsTest {
  @TempDir Path directory;

  @Test
  void givesRatioIntervalAndMdeAndTheSameBytesAgain() throws Exception {
    Path file = directory.resolve("f.json");
    PlumblineRun run =
        measure(
            "--arm=a=exec:sleep 0.05",
            "--arm=b=exec:sleep 0.2",
            "--blocks=6",
            "--json-out=" + file);

    assertEquals(0, run.exit(), run::err);
    assertEquals("done", run.lastLine().get("status").asText());
    assertEquals(List.of(), ReportSchema.measurementErrors(Files.readString(file)));
    JsonNode wall = Json.mapper().readTree(file.toFile()).at("/analysis/comparisons/0");
    assertTrue(wall.at("/ratio/interval95/low").asDouble() > 1, wall::toString);
    assertEquals(6, wall.at("/ratio/pairs").asInt());
    assertTrue(wall.at("/ratio/minimum_detectable_effect").isNumber(), wall::toString);
    assertEquals("exit_code", wall.at("/evidence/proof").asText());
    assertTrue(run.out().contains("95 %") && run.out().contains("MDE"), run::out);
    for (Path from : List.of(file, home(run), home(run).resolve("forks.jsonl"))) {
      Path again = directory.resolve("again.json");
      assertEquals(0, measure("--from=" + from, "--json-out=" + again).exit());
      assertEquals(Files.readString(file), Files.readString(again));
    }
    HistoryFile.Read history = new HistoryFile(run.folder().resolve(HistoryFile.NAME)).read();
    assertEquals(List.of(), history.broken());
    assertTrue(
        history.lines().stream()
            .anyMatch(l -> l.arm().equals("b") && l.metric().equals("wall_seconds")));
  }

  @Test
  void claimsNothingWithFewBlocksAndSaysSo() throws Exception {
    Path history = Files.createDirectories(directory.resolve("results")).resolve(HistoryFile.NAME);
    Files.writeString(history, "rubbish\n");
    PlumblineRun run =
        measure("--arm=a=exec:true", "--arm=b=exec:true", "--blocks=2", "--max-minutes=5");
    assertEquals(0, run.exit(), run::err);
    assertTrue(run.err().contains("history.jsonl, line 1, is broken"), run::err);
    assertTrue(Files.readString(history).startsWith("rubbish\n"));
    assertTrue(run.out().contains("no claim for a and b: 2 of 6 blocks"), run::out);
  }

  @Test
  void aCommandThatFailsHasNoTime() throws Exception {
    Path file = directory.resolve("f.json");
    PlumblineRun run =
        measure("--arm=a=exec:sh -c 'exit 7'", "--arm=b=exec:true", "--json-out=" + file);

    assertEquals(1, run.exit(), run::err);
    assertEquals("ForkFailed", run.lastLine().get("error_type").asText());
    assertTrue(run.lastLine().get("message").asText().contains("ended with code 7"));
    assertEquals(List.of("history.jsonl"), run.results());
    assertEquals(List.of(), ReportSchema.measurementErrors(Files.readString(file)));
    assertFalse(Files.readString(file).contains("\"wall_seconds\" :"), () -> "a time is there");
  }

  @Test
  void aCommandThatHangsIsStoppedWithAllThatItStarted() throws Exception {
    Path pid = directory.resolve("pid");
    PlumblineRun run =
        measure(
            "--arm=a=exec:sh -c 'sleep 300 & echo $! > " + pid + "; wait'",
            "--arm=b=exec:true",
            "--fork-timeout-seconds=1");

    assertEquals(1, run.exit(), run::err);
    assertTrue(run.lastLine().get("message").asText().contains("hung: stopped after 1 s"));
    long grandchild = Long.parseLong(Files.readString(pid).strip());
    assertFalse(ProcessHandle.of(grandchild).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  void refusesCommandsThatPrintDifferently() throws Exception {
    Path file = directory.resolve("f.json");
    PlumblineRun run =
        measure(
            "--arm=exec:echo one",
            "--arm=exec:echo two",
            "--same-output",
            "--blocks=1",
            "--json-out=" + file);
    JsonNode wall = Json.mapper().readTree(file.toFile()).at("/analysis/comparisons/0");
    assertEquals("invalid", wall.get("status").asText());
    assertTrue(wall.get("reason").asText().contains("digests differ"), wall::toString);
    assertTrue(run.out().contains("invalid: not comparable"), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--arm=exec:true | at least two",
        "--arm=exec:true --arm=exec:true | two arms have it",
        "--arm=exec:true --arm=exec:no-such-program-here | no-such-program-here",
        "--arm=exec:true --arm=--runer=floor | --runer",
        "--arm=a= --arm=--rows-target=5 | the same for all arms",
        "--arm=a= --arm=b= --rows-targets=5,5 | each size once",
        "--arm=a= --arm=b= --pipeline=engines | --pipeline",
        "--arm=a= --arm=b= --blocks=0 | --blocks",
        "--arm=a= --arm=b=exec:true | pipelines and commands together",
        "--arm=a= --arm=b= --margin=2 | --margin",
        "--arm=a= --arm=--build=none.jar | none.jar",
        "--from=nowhere.json | nowhere.json",
      })
  void rejectsWhatCannotBeMeasured(String flags, String named) throws Exception {
    PlumblineRun run = measure(flags.strip().split(" ", -1));
    assertEquals(64, run.exit(), run::err);
    assertTrue(run.err().contains(named), run::err);
    assertEquals(List.of(), run.results());
  }

  static Path home(PlumblineRun run) throws Exception {
    return run.folder()
        .resolve(run.results().stream().filter(n -> n.contains("Z-")).findFirst().orElseThrow());
  }

  private PlumblineRun measure(String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of("measure"));
    all.addAll(List.of(flags));
    return PlumblineRun.here(directory, all);
  }
}
