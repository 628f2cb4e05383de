package dev.plumbline.runners.study.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports from a real mine, in runs that are published or not. */
class WantedExportTest {
  private static LocalMine mine;

  @TempDir Path results;

  @BeforeAll
  static void startMine() throws Exception {
    mine = LocalMine.start(new MineConfig(0, 42, 300));
  }

  @AfterAll
  static void stopMine() {
    mine.close();
  }

  /** An export in a run of its own. */
  private record Made(RunDirectory run, Path home, WantedExport export) {
    /** Under its name, once the run is complete. */
    Path published() throws Exception {
      return run.publish().resolve(run.partial().relativize(home));
    }
  }

  private Made make(WorkflowOptions options, FileForm form, boolean reuse) throws Exception {
    RunDirectory run = RunDirectory.create(results);
    Path home = Files.createDirectories(run.partial().resolve("prepared/new/x"));
    WantedExport export = new WantedExport(options, form, home, reuse);
    export.make(System.nanoTime());
    return new Made(run, home, export);
  }

  private Made make() throws Exception {
    return make(options(), FileForm.PARQUET, true);
  }

  private WorkflowOptions options() {
    List<String> views = List.of("Gene.primaryIdentifier", "Gene.symbol", "Gene.length");
    return SomeOptions.of("custom", results.toString())
        .withServiceRoot(mine.serviceRoot().toString())
        .withQuery(new QueryKind("", "Gene", views, List.of()))
        .withRowsTarget(200);
  }

  @ParameterizedTest
  @EnumSource
  void takesTheFilesOfAnEarlierRunWithoutAskingTheMine(FileForm form) throws Exception {
    Made first;
    WorkflowOptions options;
    try (LocalMine gone = LocalMine.start(new MineConfig(0, 42, 300))) {
      options = options().withServiceRoot(gone.serviceRoot().toString());
      first = make(options, form, true);
    }
    assertEquals(Provenance.OWN, first.export().provenance());
    assertEquals(200, first.export().files().rows());
    Path earlier = first.published();

    Made second = make(options, form, true);

    Provenance provenance = second.export().provenance();
    assertEquals(first.run().runId(), provenance.reusedFrom());
    assertEquals(
        "reused from run %s, exported at %s"
            .formatted(first.run().runId(), provenance.exportedAt()),
        provenance.remark().orElseThrow());
    assertSameBytes(first.home(), first.export().files(), earlier, second);
    assertEquals(
        Files.readString(earlier.resolve("report.json")),
        Files.readString(second.home().resolve("report.json")));
  }

  private static void assertSameBytes(Path was, WrittenTable table, Path earlier, Made second)
      throws Exception {
    List<WrittenFile> taken = second.export().files().files();
    assertEquals(table.files().size(), taken.size());
    for (int i = 0; i < taken.size(); i++) {
      Path relative = was.relativize(Path.of(table.files().get(i).path()));
      assertEquals(second.home().resolve(relative).toString(), taken.get(i).path());
      assertEquals(table.files().get(i).rows(), taken.get(i).rows());
      assertArrayEquals(
          Files.readAllBytes(earlier.resolve(relative)),
          Files.readAllBytes(Path.of(taken.get(i).path())));
    }
  }

  @Test
  void aThirdRunNamesTheFirst() throws Exception {
    Made first = make();
    first.published();
    make().published();

    Provenance third = make().export().provenance();

    assertEquals(first.run().runId(), third.reusedFrom());
  }

  @Test
  void exportsWhereTheQueryIsAnother() throws Exception {
    make().published();

    Provenance other =
        make(options().withRowsTarget(199), FileForm.PARQUET, true).export.provenance();

    assertEquals(Provenance.OWN, other);
  }

  @Test
  void exportsWhereReuseIsTurnedOff() throws Exception {
    make().published();

    assertEquals(Provenance.OWN, make(options(), FileForm.PARQUET, false).export().provenance());
  }

  /** Such a run is in sight as evidence; the mine may have changed between its exports. */
  @Test
  void exportsThatDifferedAreNotTaken() throws Exception {
    Made first = make();
    ChildOutcome.failed(ExitCode.PARITY_FAILURE, "ParityMismatch", "they differ", 1, 1)
        .write(first.run().partial().resolve("prepared"));
    first.published();

    assertEquals(Provenance.OWN, make().export().provenance());
  }

  @Test
  void runsThatAreNotCompleteLeaveNothing() throws Exception {
    make();
    make().run().fail();

    assertEquals(Provenance.OWN, make().export().provenance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"artifacts/parquet", "report.json", "export.json"})
  void aFileThatWasChangedIsNamedAndAllIsExportedAnew(String name) throws Exception {
    Path home = make().published();
    Path changed = home.resolve(name);
    if (Files.isDirectory(changed)) {
      changed = changed.resolve("rows-00000-of-00001.parquet");
    }
    byte[] bytes = Files.readAllBytes(changed);
    int last = bytes.length - 1; // of JSON, its line end
    bytes[last] = (byte) (bytes[last] ^ ' ');
    Files.write(changed, bytes);

    Made anew = make();

    assertAnew(anew, "SHA-256 of prepared/new/x/" + home.relativize(changed));
  }

  @ParameterizedTest
  @CsvSource({
    "prepared/new/x/artifacts/parquet/rows-00000-of-00001.parquet, rows-00000-of-00001.parquet",
    "manifest.json, manifest.json"
  })
  void aFileThatIsGoneIsNamedAndAllIsExportedAnew(String lost, String named) throws Exception {
    Made first = make();
    first.published();
    Files.delete(results.resolve(first.run().runId()).resolve(lost));

    assertAnew(make(), named);
  }

  /** As where the rule for digests has changed since. */
  @Test
  void rowsOfAnotherContentDigestAreExportedAnew() throws Exception {
    Made first = make();
    Path file = first.home().resolve("export.json");
    String record = Files.readString(file);
    String digest = record.replaceAll("(?s).*content_hash\" : \"([0-9a-f]{32}).*", "$1");
    Files.writeString(file, record.replace(digest, "f".repeat(32)));
    first.published();

    assertAnew(make(), "its rows have the digest " + digest);
  }

  @Test
  void anOlderExportThatFitsStandsForANewerThatDoesNot() throws Exception {
    Made older = make(options(), FileForm.PARQUET, false);
    older.published();
    Path newer = make(options(), FileForm.PARQUET, false).published();
    Files.delete(newer.resolve("report.json"));

    assertEquals(older.run().runId(), make().export().provenance().reusedFrom());
  }

  private void assertAnew(Made anew, String reason) throws Exception {
    Provenance provenance = anew.export().provenance();
    assertNull(provenance.reusedFrom());
    assertNull(provenance.exportedAt());
    String said = provenance.remark().orElseThrow();
    assertTrue(said.startsWith("exported anew: run "), said);
    assertTrue(said.contains(reason), said);
    assertEquals(200, anew.export().files().rows());
    anew.published();

    assertEquals(
        anew.run().runId(),
        make().export().provenance().reusedFrom(),
        "what was exported anew is there for the next");
  }
}
