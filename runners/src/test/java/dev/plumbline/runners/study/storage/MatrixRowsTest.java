package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.study.storage.StorageOptions.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixRowsTest {
  @TempDir Path directory;

  @Test
  void oursAreThoseOfTheOriginalSuite() {
    assertEquals(
        List.of(
            new Scenario("small_5000", 5_000),
            new Scenario("small_10000", 10_000),
            new Scenario("small_25000", 25_000)),
        MatrixRows.scenarios(List.of("small"), null));
    assertEquals(
        List.of(5_000L, 10_000L, 25_000L, 50_000L, 100_000L, 250_000L),
        MatrixRows.scenarios(List.of("all"), null).stream().map(Scenario::rows).toList());
  }

  @Test
  void aFileStandsInThePlaceOfOurs() throws Exception {
    String file = file("{\"tiny\": [300, 20], \"wide-2\": [7]}");

    assertEquals(
        List.of(new Scenario("tiny_300", 300), new Scenario("tiny_20", 20)),
        MatrixRows.scenarios(List.of("tiny"), file));
    assertEquals(3, MatrixRows.scenarios(List.of("all"), file).size());
    assertRefused("--matrix: found 'small', expected all, or some of tiny, wide-2", "small", file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | all of it: found [], expected an object of lists",
        "{} | all of it: found {}",
        "{\"tiny\": []} | list 'tiny': found [], expected a list of rows, each once",
        "{\"tiny\": [5, 5]} | list 'tiny': found [5,5]",
        "{\"tiny\": 5} | list 'tiny': found 5",
        "{\"tiny\": {\"a\": 5}} | list 'tiny': found {\"a\":5}",
        "{\"tiny\": [null]} | list 'tiny': found null, expected whole numbers of rows, 1 or more",
        "{\"tiny\": [5.5]} | found 5.5",
        "{\"tiny\": [\"5\"]} | found \"5\"",
        "{\"tiny\": [0]} | found 0",
        "{\"tiny\": [99999999999999999999]} | found 99999999999999999999",
        "{\"../out\": [5]} | a list's name: found '../out', expected letters, digits",
        "{\"tiny\": [5], \"tiny\": [6]} | Duplicate field 'tiny'",
        "{\"tiny\": [5]} {} | cannot read",
        "{\"tiny\": [5 | cannot read",
      })
  void anotherFormIsRefusedNamingWhatIsWrong(String text, String message) throws Exception {
    assertRefused(message, "tiny", file(text));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    String gone = directory.resolve("gone.json").toString();
    assertRefused("--matrix-file: cannot read '" + gone + "'", "tiny", gone);
  }

  private static void assertRefused(String message, String list, String file) {
    UsageException refused =
        assertThrows(UsageException.class, () -> MatrixRows.scenarios(List.of(list), file));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(message), said);
    assertTrue(said.startsWith("--matrix"), said);
  }

  private String file(String text) throws Exception {
    return Files.writeString(directory.resolve("matrix.json"), text).toString();
  }
}
