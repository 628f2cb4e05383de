package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.MineRequest;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.record.PageRecorder;
import dev.plumbline.transforms.record.RecordedExport;
import dev.plumbline.transforms.record.RecordingManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingOptionsTest {
  @TempDir Path directory;

  private Path recording;

  /** Of 250 rows in pages of 100. */
  @BeforeEach
  void record() throws IOException {
    recording = directory.resolve("recording");
    PathQuery query = new PathQuery("genomic", List.of("Gene.symbol"), List.of(), "Gene.id asc");
    PageRecorder recorder = PageRecorder.into(recording);
    for (int start = 0; start < 250; start += 100) {
      byte[] body = ("page at " + start).getBytes(StandardCharsets.UTF_8);
      Map<String, String> form =
          Map.of(
              "query", query.xml(), "start", "" + start, "size", "" + Math.min(100, 250 - start));
      recorder.keep(
          new MineAnswer(
              new MineRequest("POST", "/query/results", form),
              "application/json",
              "",
              body,
              body,
              Duration.ofMillis(1),
              Duration.ofMillis(2)));
    }
    RecordingManifest.complete(
        recording, new RecordedExport("http://127.0.0.1:1/m/service", query, 250, 100));
  }

  @ParameterizedTest
  @CsvSource({
    "--page-size=50,        --page-size: found '50'",
    "--rows-target=150,     --rows-target: found '150'",
    "--mine-url=http://127.0.0.1:1/x, --mine-url: --replay-pages settles that",
    "--query-views=name,    --query-views: --replay-pages settles that",
    "--mine-rows=7,         --mine-rows: --replay-pages settles that",
    "--replay-pace=slow,    --replay-pace: found 'slow'",
    "--record-pages=other,  no --replay-pages beside it",
    "--mine-data=x.csv,     --mine-data: --replay-pages settles that",
    "--mine-faults=short-page, a recording has only those that were asked for",
  })
  void refusesWhatTheRecordingSettles(String option, String message) {
    CliRun run = elt("--replay-pages=" + recording, option);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void refusesAFolderWithoutARecording() {
    CliRun run = elt("--replay-pages=" + directory);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("has no manifest.json"), run.err());
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    CliRun run = elt("--replay-pages=" + directory.resolve("nowhere"));

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("There is no folder"), run.err());
  }

  @Test
  void refusesARecordingWithAPageMissing() throws IOException {
    Path manifest = recording.resolve("manifest.json");
    List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
    lines.removeIf(line -> line.contains("page-0000000100-100.json"));
    Files.write(manifest, lines);

    CliRun run = elt("--replay-pages=" + recording);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("the page at offset 100 is missing"), run.err());
  }

  @Test
  void refusesARecordingThatNamesFilesElsewhere() throws IOException {
    Path manifest = recording.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("page-0000000100-100.json", "../../secret.json"));

    CliRun run = elt("--replay-pages=" + recording);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("expected a plain name"), run.err());
  }

  @Test
  void refusesToRecordIntoAFolderThatHoldsFiles() {
    CliRun run = elt("--record-pages=" + recording);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("a new or empty folder"), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--mine-url=http://127.0.0.1:1/x, --mine-faults=cut, --mine-faults: it needs a mine that is served",
    "--mine-url=http://127.0.0.1:1/x, --mine-data=x.csv, --mine-data: it needs the local mine",
    "--runner=floor, --replay-pace=recorded, --replay-pace: it needs --replay-pages",
    "--runner=floor, --mine-data-class=Gene, --mine-data-class: it needs --mine-data",
    "--runner=floor, --mine-data=nowhere.csv, a file that is there",
  })
  void refusesWhatWouldChangeNothing(String one, String other, String message) {
    CliRun run = elt(one, other);

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void measureReplaysWholePagesAlone() {
    CliRun run =
        CliRun.of(
            "measure",
            "--arm=--runner floor",
            "--replay-pages=" + recording,
            "--rows-targets=50,250");

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("a multiple of 100"), run.err());
  }

  @Test
  void mineRefusesWhatARecordingSettles() {
    CliRun run = CliRun.of("mine", "--replay-pages=" + recording, "--mine-data=x.csv");

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("--mine-data: --replay-pages settles that"), run.err());
  }

  @Test
  void measureDoesNotRecord() {
    CliRun run =
        CliRun.of("measure", "--arm=--runner floor", "--record-pages=" + directory.resolve("new"));

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("record with elt"), run.err());
  }

  private CliRun elt(String... options) {
    List<String> all = new ArrayList<>(List.of("elt", "--results-dir=" + directory.resolve("r")));
    all.addAll(List.of(options));
    return CliRun.of(all.toArray(String[]::new));
  }
}
