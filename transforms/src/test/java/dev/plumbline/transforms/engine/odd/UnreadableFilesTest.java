package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second of two files cannot be read: each engine names it and leaves nothing behind. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class UnreadableFilesTest {
  private static final String SELECT = "SELECT 'k' || i AS k, i AS b FROM range(50000) t(i)";

  @Parameter Engines engine;
  @TempDir Path directory;
  private AllWorks works;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    works =
        AllWorks.of(
            engine,
            Schemas.of("k string, b int64"),
            CopiedFiles.table(directory.resolve("source"), SELECT, SELECT),
            directory.resolve("results"));
    file = Path.of(works.table().files().get(1).path());
  }

  @Test
  void aFileThatIsNotThere() throws Exception {
    Files.delete(file);

    assertNamed("cannot be read: it is not there");
  }

  @Test
  void aFolder() throws Exception {
    Files.delete(file);
    Files.createDirectory(file);

    assertNamed("cannot be read: it is a folder, no file");
  }

  @Test
  void anEmptyFile() throws Exception {
    Files.write(file, new byte[0]);

    assertNamed("cannot be read: it is no whole Parquet file");
  }

  @Test
  void aFileOfAnotherFormat() throws Exception {
    Files.writeString(file, "k,b\n" + "a,1\n".repeat(1_000));

    assertNamed("cannot be read: it is no whole Parquet file");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.99, 0.9999})
  void aFileThatIsCutShort(double part) throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));

    assertNamed("cannot be read: it is no whole Parquet file");
  }

  @Test
  void aFileThatLacksItsBeginning() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length));

    assertNamed("cannot be read: it is no whole Parquet file: its columns end at byte ");
  }

  @Test
  void aFileWithZerosInTheMiddle() throws Exception {
    zeros(file);

    assertFails("");
  }

  /** So that no engine takes the counts of a scan from the files' statistics. */
  @ParameterizedTest
  @ValueSource(strings = {"string", "int64", "double", "date"})
  void aColumnWithZerosInItsMiddleIsNotScanned(String type) throws Exception {
    String cells =
        switch (type) {
          case "string" -> "md5(i::VARCHAR)";
          case "int64" -> "(hash(i) % 1000000000000)::BIGINT";
          case "double" -> "sin(i)";
          default -> "DATE '1970-01-01' + (hash(i) % 30000)::INTEGER";
        };
    String select = "SELECT %s AS c FROM range(50000) t(i)".formatted(cells);
    AllWorks scanned =
        AllWorks.of(
            engine,
            Schemas.of("c " + type),
            CopiedFiles.table(directory.resolve("one"), select),
            directory.resolve("other-results"));
    zeros(Path.of(scanned.table().files().get(0).path()));

    assertThrows(TableException.class, scanned::scan);
  }

  @Test
  void aFileThatMayNotBeRead() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

    assertNamed("cannot be read: this user may not read it");
  }

  private static void zeros(Path file) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(4);
      bytes.write(new byte[(int) bytes.length() / 2]);
    }
  }

  private void assertNamed(String reason) throws Exception {
    assertFails(file + " " + reason);
  }

  private void assertFails(String message) throws Exception {
    for (Map.Entry<String, TableCore> work : works.onSource().entrySet()) {
      TableException failed =
          assertThrows(
              TableException.class, () -> work.getValue().run(works.table()), work.getKey());
      assertTrue(failed.getMessage().contains(work.getKey()), failed.getMessage());
      assertTrue(failed.getMessage().contains(message), failed.getMessage());
      assertEquals(List.of(), works.left(), work.getKey());
    }
  }
}
