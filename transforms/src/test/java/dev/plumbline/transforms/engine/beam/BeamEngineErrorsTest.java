package dev.plumbline.transforms.engine.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Beam engine says when it cannot do its work, and what it leaves behind. */
class BeamEngineErrorsTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("k", ColumnType.STRING),
              new Column("base", ColumnType.DOUBLE),
              new Column("one", ColumnType.DOUBLE)));
  private static final Roles ROLES = Roles.of(SCHEMA);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void aSumThatOverflowsFailsNamingTheColumnAndLeavesNoFile(CorrectnessRunner runner)
      throws Exception {
    WrittenTable table = source("CASE WHEN i < 2000 THEN 'a' ELSE 'k' || i END", "8.9e12", 5_000);
    TableCore work = new BeamEngine(2).join(ROLES, to("relation"));

    assertFails("the sum of the thousandths of 'base' overflows int64", work, table, runner);
  }

  @Test
  void sumsThatComeBackIntoRangeAreNoOverflow() throws Exception {
    WrittenTable table = source("'a'", "CASE WHEN i % 2 = 0 THEN 8.9e12 ELSE -8.9e12 END", 100_000);

    assertEquals(1, new BeamEngine(2).join(ROLES, to("relation")).run(table).files().get(0).rows());
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatOccursTwiceInACanonicalTableFailsNamingTheTable(CorrectnessRunner runner)
      throws Exception {
    WrittenTable canonical =
        ForeignFiles.canonical(
            directory,
            "SELECT 'k' || i AS key, 1.5::DOUBLE AS %s FROM range(3000) t(i)",
            "SELECT 'k' || (i %% 2999) AS key, 1.5::DOUBLE AS %s FROM range(3000) t(i)");
    TableCore work = new BeamEngine(2).joinCanonical(ROLES, to("join"));

    assertFails("canonical table edge_one has 2 rows of one key", work, canonical, runner);
  }

  @ParameterizedTest
  @EnumSource
  void aDirectoryThatIsNotThereFailsNamingTheFile(CorrectnessRunner runner) throws Exception {
    WrittenTable table = source("'k' || i", "1.5", 100);
    Path nowhere = directory.resolve("nowhere");
    TableCore work = new BeamEngine(2).join(ROLES, new ResultFiles(nowhere.toString(), "relation"));

    assertFails("join into " + nowhere.resolve("relation-0"), work, table, runner);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsGoneFailsNamingWorkAndFile(CorrectnessRunner runner) throws Exception {
    WrittenTable table = source("'k' || i", "1.5", 100);
    String file = table.files().get(0).path();
    Files.delete(Path.of(file));
    BeamEngine engine = new BeamEngine(2);

    assertFails("scan: " + file + " cannot be read", engine.scan(SCHEMA), table, runner);
    assertFails("join: " + file, engine.join(ROLES, to("relation")), table, runner);
    assertFails("analytics by 'k': " + file, engine.analytics(ROLES), table, runner);
  }

  @Test
  void aColumnThatIsNotThereOrOfAnotherTypeFailsNamingIt() throws Exception {
    WrittenTable table = ForeignFiles.source(directory, "SELECT 'a' AS k, 1 AS base, [1.5] AS one");
    TableCore work = new BeamEngine(2).analytics(ROLES);

    TableException failed = assertThrows(TableException.class, () -> work.run(table));

    assertTrue(
        failed.getMessage().startsWith("analytics by 'k': Column 'base' of "), failed.getMessage());
  }

  @Test
  void aResultWithDecimalsIsRefused() throws Exception {
    TableSchema schema = new TableSchema(List.of(new Column("k", ColumnType.DECIMAL)));
    WrittenTable table = ForeignFiles.source(directory, "SELECT 1.5::DECIMAL(9, 2) AS k");
    TableCore work = new BeamEngine(2).join(Roles.of(schema), to("relation"));

    TableException failed = assertThrows(TableException.class, () -> work.run(table));

    assertTrue(
        failed.getMessage().contains("column 'key' as Parquet: it holds decimals"),
        failed.getMessage());
  }

  /** On the runner and in a plain loop. */
  private void assertFails(
      String message, TableCore work, WrittenTable table, CorrectnessRunner runner)
      throws IOException {
    TableException floor = assertThrows(TableException.class, () -> work.run(table));
    assertTrue(floor.getMessage().contains(message), floor.getMessage());
    assertEquals(List.of(), results());

    RuntimeException spread =
        assertThrows(RuntimeException.class, () -> SpreadRun.of(work, table, runner));
    StringBuilder said = new StringBuilder();
    for (Throwable cause = spread; cause != null; cause = cause.getCause()) {
      said.append(cause.getMessage()).append('\n');
    }
    assertTrue(said.toString().contains(message), said.toString());
    assertEquals(List.of(), results());
  }

  private List<Path> results() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(relation|join).*"))
          .toList();
    }
  }

  private WrittenTable source(String key, String base, int rows) throws Exception {
    return ForeignFiles.source(
        directory,
        "SELECT %s AS k, (%s)::DOUBLE AS base, 1.5::DOUBLE AS one FROM range(%d) t(i)"
            .formatted(key, base, rows));
  }

  private ResultFiles to(String name) {
    return new ResultFiles(directory.toString(), name);
  }
}
