package dev.plumbline.transforms.spill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WritePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpilledPagesTest {
  private static final long SEED = 77;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final List<List<Object>> ROWS = HardCells.rows(SEED, 2_000);
  private static final List<PackedPage> PAGES = Tables.pages(SCHEMA, ROWS, 100);

  @TempDir Path directory;

  @Test
  void pagesComeInTheirOrderWhicheverWriterGotWhich() throws Exception {
    List<PackedPage> shuffled = new ArrayList<>(PAGES);
    Collections.shuffle(shuffled, new Random(SEED));
    Path one = spill("one.pages", shuffled.subList(0, 7));
    Path two = spill("two.pages", List.of());
    Path three = spill("three.pages", shuffled.subList(7, PAGES.size()));

    SpilledPages pages = SpilledPages.of(SCHEMA, List.of(one, two, three), PAGES.size());

    assertSame(PAGES, StoredTables.pages(pages));
    assertSame(PAGES, StoredTables.pages(pages));
    assertEquals(ROWS.size(), pages.rows());
    assertEquals(
        ROWS.size(),
        Stream.of(one, two, three).mapToLong(f -> SpillFile.read(f.toString()).rows()).sum());
  }

  @Test
  void afterDeletingNothingIsLeft() throws Exception {
    Path file = spill("one.pages", PAGES);
    SpilledPages pages = SpilledPages.of(SCHEMA, List.of(file), PAGES.size());

    pages.delete();

    assertFalse(Files.exists(file));
  }

  @ParameterizedTest
  @EnumSource
  void beamWritesThemInAnyOrderAndAllAreThere(CorrectnessRunner runner) throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    pipeline
        .apply("pages", Create.of(PAGES).withCoder(PackedPageCoder.of()))
        .apply(
            "spill",
            WritePages.to(
                    directory.toString(),
                    PageSpill.SUFFIX,
                    new PageSpill(),
                    new StageClock("spill", "spill"),
                    SpillFile::read)
                .withFiles(3));
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    try (Stream<Path> files = Files.list(directory)) {
      List<Path> spilled = files.filter(f -> f.toString().endsWith(PageSpill.SUFFIX)).toList();
      assertEquals(3, spilled.size());
      assertSame(PAGES, StoredTables.pages(SpilledPages.of(SCHEMA, spilled, PAGES.size())));
    }
  }

  @Test
  void aPageThatIsThereTwiceIsNamedWithBothFiles() throws Exception {
    Path one = spill("one.pages", PAGES.subList(0, 6));
    Path two = spill("two.pages", PAGES.subList(5, PAGES.size()));

    String message = refused(List.of(one, two), PAGES.size());

    assertEquals("Cannot read %s: it holds page 5, as %s does".formatted(two, one), message);
  }

  @Test
  void aPageThatAWriterGotTwiceIsNamed() throws Exception {
    Path one = spill("one.pages", List.of(PAGES.get(0), PAGES.get(1), PAGES.get(0)));

    assertEquals(
        "Cannot read %s: it holds page 0, as %s does".formatted(one, one),
        refused(List.of(one), 2));
  }

  @Test
  void aPageThatIsMissingIsNamed() throws Exception {
    Path one = spill("one.pages", PAGES.subList(0, 6));
    Path two = spill("two.pages", PAGES.subList(7, PAGES.size()));

    assertEquals(
        "Cannot read the pages of [one.pages, two.pages]: page 6 of %d is missing"
            .formatted(PAGES.size()),
        refused(List.of(one, two), PAGES.size()));
  }

  @Test
  void aPageBehindTheLastIsNamed() throws Exception {
    Path one = spill("one.pages", PAGES.subList(0, 6));

    assertEquals(
        "Cannot read %s: it holds page 5, expected 5 pages".formatted(one),
        refused(List.of(one), 5));
  }

  @Test
  void aFileThatWasCutIsNamedWhereverItWasCut() throws Exception {
    byte[] whole = Files.readAllBytes(spill("one.pages", PAGES.subList(0, 2)));
    for (int length = 0; length < whole.length; length += length < 64 ? 1 : 997) {
      Path cut = Files.write(directory.resolve("cut.pages"), Arrays.copyOf(whole, length));

      assertEquals(
          "Cannot read %s: it ends at byte %d: it was cut".formatted(cut, length),
          refused(List.of(cut), 2));
    }
  }

  @Test
  void bytesBehindTheEndAreNamed() throws Exception {
    byte[] whole = Files.readAllBytes(spill("one.pages", PAGES.subList(0, 2)));
    Path longer =
        Files.write(directory.resolve("longer.pages"), Arrays.copyOf(whole, whole.length + 1));

    assertTrue(refused(List.of(longer), 2).contains("its end says"), refused(List.of(longer), 2));
  }

  @Test
  void aPageWhoseBytesWereChangedIsNamed() throws Exception {
    Path file = spill("one.pages", PAGES);
    byte[] bytes = Files.readAllBytes(file);
    int within = Long.BYTES + SpillForm.HEADER_BYTES + PAGES.get(0).data().length + 50;
    bytes[within] ^= 1;
    Files.write(file, bytes);
    SpilledPages pages = SpilledPages.of(SCHEMA, List.of(file), PAGES.size());

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> StoredTables.pages(pages));

    assertEquals(
        "Cannot read %s: the bytes of page 1 were changed".formatted(file), refused.getMessage());
  }

  @Test
  void anotherFileIsNamed() throws Exception {
    Path file = Files.writeString(directory.resolve("one.pages"), "a,b\n1,2\n3,4\n");

    assertEquals(
        "Cannot read %s: it is no file of pages".formatted(file), refused(List.of(file), 1));
  }

  private static String refused(List<Path> files, int count) {
    return String.valueOf(
        assertThrows(ArtifactException.class, () -> SpilledPages.of(SCHEMA, files, count))
            .getMessage());
  }

  private Path spill(String name, List<PackedPage> pages) throws IOException {
    Path file = directory.resolve(name);
    try (NewFile made = NewFile.create(file)) {
      PageWriter writer = new PageSpill().open(made.channel());
      for (PackedPage page : pages) {
        writer.write(page);
      }
      writer.finish();
      made.complete();
    }
    return file;
  }

  private static void assertSame(List<PackedPage> expected, List<PackedPage> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      PackedPage page = found.get(i);
      assertEquals(expected.get(i).index(), page.index());
      assertEquals(expected.get(i).start(), page.start());
      assertEquals(expected.get(i).rows(), page.rows());
      assertArrayEquals(expected.get(i).data(), page.data(), "page " + i + ", seed " + SEED);
    }
  }
}
