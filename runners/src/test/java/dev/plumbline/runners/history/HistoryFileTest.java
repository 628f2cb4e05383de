package dev.plumbline.runners.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.history.HistoryFile.Broken;
import dev.plumbline.runners.history.HistoryFile.Read;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryFileTest {
  private static final HistoryLine ONE = Lines.valid("one");
  private static final HistoryLine TWO = Lines.failed("two", "a reason\nof two lines, gr\u00fcn");

  @TempDir Path folder;
  private Path path;
  private HistoryFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("results").resolve(HistoryFile.NAME);
    file = new HistoryFile(path);
  }

  private void write(String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void readsWhatWasAppended() throws IOException {
    file.append(List.of(ONE, TWO));
    file.append(List.of(ONE));
    assertEquals(new Read(List.of(ONE, TWO, ONE), List.of()), file.read());
    assertEquals(3, Files.readAllLines(path).size());
  }

  @Test
  void missingAndEmptyFilesHaveNoLines() throws IOException {
    assertEquals(new Read(List.of(), List.of()), file.read());
    file.append(List.of());
    assertFalse(Files.exists(path));
    write("");
    assertEquals(new Read(List.of(), List.of()), file.read());
    file.append(List.of(ONE));
    assertEquals(List.of(ONE), file.read().lines());
  }

  @Test
  void tornLastLineStaysAndSpoilsNothing() throws IOException {
    file.append(List.of(ONE));
    String torn = Json.line(ONE).substring(0, 40);
    write(torn);
    String before = Files.readString(path);
    assertEquals(List.of(ONE), file.read().lines());

    file.append(List.of(TWO));

    assertTrue(Files.readString(path).startsWith(before + "\n"));
    Read read = file.read();
    assertEquals(List.of(ONE, TWO), read.lines());
    assertEquals(List.of(2L), read.broken().stream().map(Broken::line).toList());
  }

  @Test
  void lineThatLacksOnlyItsEndIsWhole() throws IOException {
    write(Json.line(ONE));
    file.append(List.of(TWO));
    assertEquals(new Read(List.of(ONE, TWO), List.of()), file.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rubbish",
        "",
        " ",
        "null",
        "[]",
        "3.5",
        "{}",
        "{\"schema_version\":\"plumbline_history_v1\"}",
        "\u0000\u0000\u0000\u0000",
        "\ud83d\ude00"
      })
  void brokenLineIsNamedAndSkipped(String rubbish) throws IOException {
    file.append(List.of(ONE));
    write(rubbish + "\n");
    file.append(List.of(TWO));
    Read read = file.read();
    assertEquals(List.of(ONE, TWO), read.lines());
    assertEquals(1, read.broken().size());
    assertEquals(2, read.broken().get(0).line());
    assertFalse(read.broken().get(0).problem().isBlank());
    assertTrue(Files.readString(path).contains(rubbish));
  }

  @Test
  void twoObjectsOnOneLineAreNoLine() throws IOException {
    write(Json.line(ONE) + Json.line(TWO) + "\n");
    assertEquals(List.of(), file.read().lines());
    assertEquals(1, file.read().broken().size());
  }

  @Test
  void keyGivenTwiceIsBroken() throws IOException {
    write("{\"status\":\"failed\"," + Json.line(ONE).substring(1) + "\n");
    assertEquals(List.of(), file.read().lines());
  }

  @Test
  void laterVersionIsBrokenWithItsName() throws IOException {
    write("{\"schema_version\":\"plumbline_history_v9\",\"wholly\":\"new\"}\n");
    assertTrue(file.read().broken().get(0).problem().contains("plumbline_history_v9"));
  }

  @Test
  void lineThatClaimsTimeWithoutEvidenceIsBrokenWithTheReason() throws IOException {
    write(Json.line(ONE).replace("\"input_digest\":\"abc\"", "\"input_digest\":null") + "\n");
    assertEquals(List.of(), file.read().lines());
    assertTrue(file.read().broken().get(0).problem().contains("digest of their input"));
  }

  @Test
  void endlessLineIsBrokenAndTheNextIsRead() throws IOException {
    write("x".repeat(5 * HistoryFile.MAX_LINE_BYTES) + "\n");
    file.append(List.of(ONE));
    Read read = file.read();
    assertEquals(List.of(ONE), read.lines());
    assertTrue(read.broken().get(0).problem().contains("longer than 65536"));
  }

  @Test
  void lineThatCouldNotBeReadIsNotWritten() {
    HistoryLine endless = Lines.failed("run", "x".repeat(HistoryFile.MAX_LINE_BYTES));
    assertThrows(IllegalArgumentException.class, () -> file.append(List.of(ONE, endless)));
    assertFalse(Files.exists(path));
  }

  @Test
  void folderInItsPlaceIsNamed() throws IOException {
    Files.createDirectories(path);
    for (IOException e :
        List.of(
            assertThrows(IOException.class, () -> file.append(List.of(ONE))),
            assertThrows(IOException.class, file::read))) {
      assertTrue(String.valueOf(e.getMessage()).contains(path + " is a folder"), e.getMessage());
    }
  }
}
