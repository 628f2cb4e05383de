package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.StorageOptions.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixRowsTest {
  @TempDir Path directory;

  @Test
  void aListIsTakenOnceHoweverOftenItIsNamed() {
    assertEquals(
        List.of(
            new Scenario("small_5000", 5_000),
            new Scenario("small_10000", 10_000),
            new Scenario("small_25000", 25_000)),
        MatrixRows.scenarios(List.of("small", "small"), null));
    assertEquals(6, MatrixRows.scenarios(List.of("all"), null).size());
  }

  @Test
  void aListThatIsNotThereIsRefusedWithThoseThatAre() {
    assertEquals(
        "--matrix: found 'huge', expected all, or some of small, large",
        refused(List.of("huge"), null));
  }

  @Test
  void aNameThatIsNoNameOfAFolderIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("m.json"), "{\"../up\": [5]}");

    String message = refused(List.of("all"), file.toString());

    assertTrue(message.contains("'../up'") && message.contains("hyphens"), message);
  }

  private static String refused(List<String> names, @Nullable String file) {
    return String.valueOf(
        assertThrows(UsageException.class, () -> MatrixRows.scenarios(names, file)).getMessage());
  }
}
