package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordCounterTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("rows.csv");
  }

  @Test
  void theHeaderIsNoRow() throws Exception {
    assertEquals(0, rows("a,b\n"));
  }

  @Test
  void aHeaderOfTwoLinesIsOneRecord() throws Exception {
    assertEquals(1, rows("\"a\n\"\"b\",c\n1,2\n"));
  }

  @Test
  void lineEndsInsideOfQuotesEndNoRecord() throws Exception {
    assertEquals(3, rows("a,b\n\"\n\n\",\"\"\n\"x\"\"\n\"\"\",\n,\"\r\n\"\n"));
  }

  @Test
  void quotesAndLineEndsAreFoundAcrossChunks() throws Exception {
    for (int shift = 0; shift < 8; shift++) {
      String text = "x".repeat((1 << 16) - 10 + shift);
      assertEquals(2, rows("a,b\n" + text + ",\"\"\"\n\"\"\"\n1,2\n"), "shift " + shift);
    }
  }

  @Test
  void tellsPathAndSize() throws Exception {
    Files.writeString(file, "a,b\nü,\n");

    assertEquals(new WrittenFile(file.toString(), 1, 8), CsvRecordCounter.read(file.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n\"1,2\n", "a,b\n1,\"\"\"\n", "a,\"b"})
  void aFileThatEndsInsideOfQuotesIsAnErrorThatNamesIt(String cut) {
    assertRefused(cut, "it ends inside a quoted field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "a,b\n1,", "a,b\n1,2\r", "a,b\n1,\"\n\""})
  void aFileWithoutALineEndAtItsEndIsAnErrorThatNamesIt(String cut) {
    assertRefused(cut, "it does not end with a line end");
  }

  @Test
  void aMissingFileIsAnErrorThatNamesIt() {
    UncheckedIOException failed =
        assertThrows(UncheckedIOException.class, () -> CsvRecordCounter.read(file.toString()));

    assertTrue(failed.getMessage().contains(file.toString()), failed.getMessage());
  }

  private void assertRefused(String csv, String reason) {
    UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> rows(csv));

    assertEquals(
        "Cannot count the records of %s: %s".formatted(file, reason), refused.getMessage());
  }

  private long rows(String csv) throws IOException {
    Files.writeString(file, csv);
    return CsvRecordCounter.read(file.toString()).rows();
  }
}
