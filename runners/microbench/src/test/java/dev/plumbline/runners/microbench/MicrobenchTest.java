package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

@Timeout(300)
final class MicrobenchTest {
  @TempDir Path folder;

  private MicrobenchRun smoke(List<MicroBenchmark> all) {
    String results = "--results-dir=" + folder.resolve("results");
    String json = "--json-out=" + folder.resolve("out").resolve("microbench.json");
    return MicrobenchRun.of(all, "--smoke", results, json);
  }

  private List<HistoryLine> history() throws IOException {
    HistoryFile.Read read =
        new HistoryFile(folder.resolve("results").resolve(HistoryFile.NAME)).read();
    assertEquals(List.of(), read.broken());
    return read.lines();
  }

  @Test
  void everyBenchmarkGivesOneNumberWithItsProof() throws IOException {
    List<MicroBenchmark> all = MicroBenchmark.all();
    MicrobenchRun run = smoke(all);
    assertEquals(0, run.exit(), run.out() + run.err());

    List<HistoryLine> lines = history();
    assertEquals(
        all.stream().map(MicroBenchmark::scenario).toList(),
        lines.stream().map(HistoryLine::scenario).toList());
    for (HistoryLine line : lines) {
      Figures figures = line.figures();
      assertNotNull(figures, line::toString);
      assertEquals(1, figures.n());
      assertEquals(32, line.fingerprint().length());
      assertTrue(String.valueOf(line.inputDigest()).matches("[0-9a-f]{64}"), line::toString);
    }
    for (String line : Files.readAllLines(folder.resolve("results").resolve(HistoryFile.NAME))) {
      assertEquals(List.of(), schemaErrors(line));
    }
    MicrobenchReport report =
        Json.mapper()
            .readValue(
                folder.resolve("out").resolve("microbench.json").toFile(), MicrobenchReport.class);
    assertEquals(lines, report.lines());
    assertEquals(
        all.stream().filter(b -> b.yardstick() != null).map(MicroBenchmark::scenario).toList(),
        report.pairs().stream().map(MicrobenchReport.Pair::benchmark).toList());
    for (MicrobenchReport.Entry entry : report.benchmarks()) {
      assertFalse(String.valueOf(entry.proof()).isBlank());
      assertTrue(
          entry.line().rows() == 0 || String.valueOf(entry.proof()).startsWith("20000 rows, "),
          entry::toString);
      assertEquals(1, entry.forks().size());
      assertTrue(run.out().contains(entry.line().scenario()), run.out());
    }
  }

  @Test
  void everyYardstickIsMeasuredOnAsManyRows() {
    Map<String, MicroBenchmark> named =
        MicroBenchmark.all().stream()
            .collect(Collectors.toMap(MicroBenchmark::scenario, Function.identity()));
    for (MicroBenchmark benchmark : named.values()) {
      if (benchmark.yardstick() != null) {
        MicroBenchmark yardstick = named.get(benchmark.yardstick());
        assertNotNull(yardstick, benchmark::toString);
        assertEquals(benchmark.rows(), yardstick.rows(), benchmark::toString);
      }
    }
  }

  @Test
  void benchmarkThatIsWrongOrProvesNothingHasNoTime() throws IOException {
    MicrobenchRun run =
        smoke(
            List.of(
                MicroBenchmark.of("micro.wrong", WrongBenchmark.class, 0),
                MicroBenchmark.of("micro.unproved", UnprovedBenchmark.class, 0)));
    assertEquals(1, run.exit(), run.out() + run.err());
    List<HistoryLine> lines = history();
    assertEquals(
        List.of(
            "fork 1: the result is wrong: found the sum 5, expected the sum 4",
            "fork 1: the fork left no evidence"),
        lines.stream().map(HistoryLine::reason).toList());
    for (HistoryLine line : lines) {
      assertEquals("failed", line.status());
      assertNull(line.figures());
      assertTrue(run.out().contains(line.scenario() + " "), run.out());
      assertEquals(List.of(), schemaErrors(Json.line(line)));
    }
  }

  @Test
  void everyBenchmarkIsInTheList() {
    Set<String> listed =
        MicroBenchmark.all().stream().map(b -> b.type().getName()).collect(Collectors.toSet());
    listed.addAll(Set.of(WrongBenchmark.class.getName(), UnprovedBenchmark.class.getName()));
    List<String> generated =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(BenchmarkListEntry::getUserClassQName)
            .toList();
    assertEquals(listed, Set.copyOf(generated));
    assertEquals(listed.size(), generated.size()); // one method a class
  }

  private static List<String> schemaErrors(String line) throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs/schema/history.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file), InputFormat.JSON);
    return schema.validate(line, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
