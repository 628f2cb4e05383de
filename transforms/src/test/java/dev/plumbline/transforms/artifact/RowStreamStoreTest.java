package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Sha256;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.PageList;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStreamStoreTest {
  private static final long SEED = 31;
  private static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final List<List<Object>> ROWS = HardCells.rows(SEED, 500);
  private static final StreamKey KEY =
      new StreamKey("ELT / genes of maize", "a mine", "<query view=\"Gene.id\"/>", 1_000);
  private static final String NAME = "elt-genes-of-maize-1000-";

  @TempDir Path temporary;
  private RowStreamStore store;

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    store = new RowStreamStore(temporary.resolve("row-streams"));
  }

  @Test
  void findsWhatItKept() throws Exception {
    assertEquals(Optional.empty(), store.find(KEY));
    StoredStream kept = keep();

    StoredStream found = store.find(KEY).orElseThrow();

    assertEquals(kept, found);
    found.verify();
    assertEquals(ROWS, StoredTables.rows(found.open(99)), "seed " + SEED);
    assertEquals(Tables.digest(SCHEMA, ROWS), StoredTables.judged(found.file()), "seed " + SEED);
    assertEquals(ROWS.size(), found.manifest().rows());
    assertEquals("a mine", found.manifest().origin().source());
    assertEquals("c0de", found.manifest().origin().contentDigest());
    assertEquals("1e", found.manifest().origin().modelDigest());
    assertEquals(NOW, found.manifest().origin().createdAt());
  }

  @Test
  void filesAreNamedByScenarioRowsAndQuery() throws Exception {
    keep();

    String name = NAME + Sha256.of(KEY.input() + "\n" + KEY.queryXml()).substring(0, 12);
    try (Stream<Path> files = Files.list(store.directory())) {
      assertEquals(
          List.of(name + ".artifact.json", name + ".jsonl", name + ".jsonl.schema.json"),
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> !f.startsWith("."))
              .sorted()
              .toList());
    }
  }

  @Test
  void anotherScenarioQueryOrRowCountIsNotFound() throws Exception {
    keep();

    for (StreamKey other :
        List.of(
            new StreamKey("ELT", KEY.input(), KEY.queryXml(), KEY.rows()),
            new StreamKey(KEY.scenario(), KEY.input(), "<query/>", KEY.rows()),
            new StreamKey(KEY.scenario(), "another mine", KEY.queryXml(), KEY.rows()),
            new StreamKey(KEY.scenario(), KEY.input(), KEY.queryXml(), 999))) {
      assertEquals(Optional.empty(), store.find(other));
    }
  }

  @Test
  void scenariosThatOnlyDifferInSignsAreNotTakenForEachOther() throws Exception {
    keep();
    StreamKey other = new StreamKey("elt: genes of maize", KEY.input(), KEY.queryXml(), KEY.rows());

    String message =
        String.valueOf(assertThrows(ArtifactException.class, () -> store.find(other)).getMessage());

    assertTrue(message.contains("'ELT / genes of maize'"), message);
    assertTrue(message.contains("expected 'elt: genes of maize'"), message);
  }

  /** Each of them wins or loses as a whole. */
  @Test
  void writersAtOnceDoNotSpoilEachOther() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<StoredStream>> kept = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        kept.add(writers.submit(this::keep));
      }
      for (Future<StoredStream> one : kept) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    StoredStream found = store.find(KEY).orElseThrow();
    found.verify();
    assertEquals(ROWS, StoredTables.rows(found.open(99)), "seed " + SEED);
    try (Stream<Path> files = Files.list(store.directory())) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".partial")).toList());
    }
  }

  @Test
  void aScenarioWithoutLettersHasAName() {
    assertTrue(new StreamKey("...", "", "<query/>", 7).name().startsWith("scenario-7-"));
    assertTrue(new StreamKey("ä".repeat(500), "", "", 7).name().length() < 100);
    assertTrue(new StreamKey("a".repeat(500), "", "", 7).name().length() < 100);
  }

  @Test
  void aStreamWithoutItsManifestIsNotThere() throws Exception {
    StoredStream kept = keep();
    Files.delete(kept.file().resolveSibling(KEY.name() + ".artifact.json"));

    assertEquals(Optional.empty(), store.find(KEY));
  }

  @Test
  void aStreamThatIsGoneOrCutIsNamedWhenItIsLookedFor() throws Exception {
    StoredStream kept = keep();
    Files.writeString(kept.file(), "{}");
    assertTrue(refusedToFind().contains(kept.file() + ": it has 2 bytes"), refusedToFind());

    Files.delete(kept.file());
    assertTrue(refusedToFind().contains(kept.file() + ": its manifest lists it"), refusedToFind());
  }

  @Test
  void aStreamOrSchemaWithAnotherByteIsNamedWhenItIsVerified() throws Exception {
    for (boolean schema : new boolean[] {false, true}) {
      StoredStream kept = keep();
      Path file = schema ? SchemaFile.beside(kept.file()) : kept.file();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      StoredStream found = store.find(KEY).orElseThrow();

      ArtifactException refused = assertThrows(ArtifactException.class, found::verify);

      assertTrue(refused.getMessage().contains(file + ": its SHA-256 is"), refused.getMessage());
    }
  }

  @Test
  void keepingAgainReplaces() throws Exception {
    keep();
    List<List<Object>> fewer = ROWS.subList(0, 10);

    store.keep(KEY, table(fewer), KEY.origin("a mine", "", "", NOW));

    StoredStream found = store.find(KEY).orElseThrow();
    found.verify();
    assertEquals(fewer, StoredTables.rows(found.open(99)));
  }

  private StoredStream keep() throws Exception {
    return store.keep(KEY, table(ROWS), KEY.origin("a mine", "c0de", "1e", NOW));
  }

  private String refusedToFind() {
    return String.valueOf(
        assertThrows(ArtifactException.class, () -> store.find(KEY)).getMessage());
  }

  private static TableWriter table(List<List<Object>> rows) {
    return new TableWriter(
        new PageList(SCHEMA, Tables.pages(SCHEMA, rows, 100)),
        DescribedSchema.of(HardCells.SCHEMA),
        "a mine");
  }
}
