package dev.plumbline.transforms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plumbline.parity.PageDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles may be tried again, and so may the naming: the rows are there once. */
class NamePartsTest {
  @TempDir Path directory;
  private Path folder;

  @BeforeEach
  void partsOfTwoBundlesAndOneThatWasTriedAgain() throws IOException {
    folder = Files.createDirectory(directory.resolve(".parts"));
    Files.writeString(folder.resolve("b"), "second");
    Files.writeString(folder.resolve("a"), "first");
    Files.writeString(folder.resolve("lost"), "first");
    Files.writeString(folder.resolve(".c.1.partial"), "half");
  }

  @Test
  void namesWhatBundlesToldOfAndRemovesTheRest() throws IOException {
    run();

    assertNamed();
  }

  @Test
  void triedAgainItGivesTheSame() throws IOException {
    run();
    run();

    assertNamed();
  }

  @Test
  void triedAgainHalfWayItGoesOn() throws IOException {
    Files.move(folder.resolve("a"), directory.resolve("rows-00000-of-00002.txt"));

    run();

    assertNamed();
  }

  private void assertNamed() throws IOException {
    assertFalse(Files.exists(folder));
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(
          List.of("rows-00000-of-00002.txt: first", "rows-00001-of-00002.txt: second"),
          left.sorted().map(NamePartsTest::told).toList());
    }
  }

  private static String told(Path file) {
    try {
      return file.getFileName() + ": " + Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void run() {
    List<WrittenPart> parts = List.of(part("a", 0, 5), part("b", 3, 7));
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple named =
        pipeline
            .apply(
                Create.of(List.of(parts))
                    .withCoder(ListCoder.of(SerializableCoder.of(WrittenPart.class))))
            .apply(
                ParDo.of(new NameParts(directory.toString(), ".txt", folder.toString()))
                    .withOutputTags(WritePages.TABLE, TupleTagList.of(WritePages.PARITY)));
    named.get(WritePages.PARITY).setCoder(SerializableCoder.of(PageDigest.class));
    PAssert.thatSingleton(
            named.get(WritePages.TABLE).setCoder(SerializableCoder.of(WrittenTable.class)))
        .isEqualTo(
            new WrittenTable(
                List.of(
                    new WrittenFile(directory.resolve("rows-00000-of-00002.txt").toString(), 5, 1),
                    new WrittenFile(
                        directory.resolve("rows-00001-of-00002.txt").toString(), 7, 1))));
    pipeline.run().waitUntilFinish();
  }

  private WrittenPart part(String name, int firstPage, long rows) {
    WrittenFile file = new WrittenFile(folder.resolve(name).toString(), rows, 1);
    return new WrittenPart(firstPage, file, null);
  }
}
