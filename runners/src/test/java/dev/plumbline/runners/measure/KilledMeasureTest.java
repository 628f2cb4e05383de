package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.raw.RawFile;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.PlumblineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A measurement that is killed in the middle loses at most the fork under way. */
@Timeout(120)
class KilledMeasureTest {
  private static final int ACCEPTED = 3; // the rehearsal and two blocks

  @TempDir Path directory;

  @Test
  void losesAtMostTheForkUnderWayWhenKilled() throws Exception {
    Process measure = start();
    Path journal = waitForLines();
    measure.destroyForcibly().waitFor();

    RawFile.Read read = RawFile.read(journal);
    int lines = Files.readString(journal).split("\n", -1).length - 1;
    int records = 1 + read.data().forks().size() + read.data().blocks().size();
    assertTrue(lines - records <= 0, () -> lines + " lines, " + records + " records");
    assertTrue(read.data().forks().size() >= 4);
    MeasurementReport report = MeasurementWriter.report(read.data());
    assertTrue(report.analysis().blocksDone() >= 1);
    assertTrue(report.analysis().ended().startsWith("cut off"));

    PlumblineRun next = measure("--arm=a=exec:true", "--arm=b=exec:true", "--blocks=1");
    assertEquals(0, next.exit(), next::err);
    assertTrue(next.err().contains("a measurement was killed; its forks are in "), next::err);
    assertFalse(Files.exists(journal));
    assertEquals(1, journals(".failed").size());
  }

  @Test
  void keepsItsForksAndStopsThemWhenInterrupted() throws Exception {
    Process measure = start();
    waitForLines();
    List<ProcessHandle> forks = measure.descendants().toList();
    measure.destroy();
    measure.waitFor();

    assertTrue(Files.readString(directory.resolve("out")).contains("\"interrupted\""));
    assertTrue(Files.readString(directory.resolve("err")).contains("plumbline measure --from "));
    Path kept = journals(".failed").get(0);
    PlumblineRun from = measure("--from=" + kept);
    assertTrue(from.out().contains("ended early: cut off"), from::out);
    for (ProcessHandle fork : forks) {
      fork.onExit().join();
    }
  }

  private PlumblineRun measure(String... flags) throws Exception {
    Path own = Files.createDirectories(directory);
    return PlumblineRun.here(own, Stream.concat(Stream.of("measure"), Stream.of(flags)).toList());
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.current().text(),
                Plumbline.class.getName(),
                "measure",
                "--arm=a=exec:sleep 0.1",
                "--arm=b=exec:sleep 0.1",
                "--blocks=500",
                "--results-dir=" + directory.resolve("results"))
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    return builder.start();
  }

  private Path waitForLines() throws Exception {
    while (true) {
      for (Path journal : journals(".partial")) {
        if (accepted(journal) >= ACCEPTED) {
          return journal;
        }
      }
      Thread.sleep(20);
    }
  }

  private static long accepted(Path journal) throws IOException {
    return Files.readString(journal)
        .lines()
        .filter(line -> line.contains("\"accepted\":true"))
        .count();
  }

  private List<Path> journals(String suffix) throws IOException {
    Path results = directory.resolve("results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(run -> run.toString().endsWith(suffix))
          .map(run -> run.resolve("forks.jsonl"))
          .filter(Files::exists)
          .toList();
    }
  }
}
