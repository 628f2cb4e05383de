package dev.plumbline.transforms.engine.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Beam engine on skewed, empty and foreign tables. */
@Tag("exhaustive")
class BeamEngineEdgesTest {
  private static final TableSchema SCHEMA = schema(ColumnType.STRING);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'all the same'",
        "NULL::VARCHAR",
        "CASE WHEN i < 5 THEN 'few' || i END",
        "CASE WHEN i % 10 > 0 THEN 'heavy' ELSE 'key' || i END",
        "'a prefix that all keys share, however long it may be ' || (i * 7919 % 6000)"
      })
  void skewedKeysMakeWhatDuckDbMakesOfThem(String key) throws Exception {
    WrittenTable table = source(key, "i", "i % 13", "i::VARCHAR", 6_000);

    assertAsDuckDb(SCHEMA, table);
  }

  /** So many keys that groups, pages, row groups and the sample are not what they are in small. */
  @Test
  void moreKeysThanAreGroupedAtOnceMakeWhatDuckDbMakesOfThem() throws Exception {
    WrittenTable table =
        source("md5((i // 2)::VARCHAR)", "i", "i % 13", "repeat('x', 30) || i", 200_000);

    assertAsDuckDb(SCHEMA, table);
  }

  @ParameterizedTest
  @CsvSource({
    "UINTEGER,INT64,4294960000 + i",
    "UTINYINT,INT64,200 + i % 50",
    "SMALLINT,INT64,i - 3000",
    "FLOAT,DOUBLE,i / 7",
    "DATE,DATE,DATE '1970-01-01' + (i - 3000)::INTEGER",
    "TIMESTAMP,TIMESTAMP,epoch_ms(i * 1000 - 3000000)",
    "TIMESTAMP_NS,TIMESTAMP,epoch_ms(i * 1000 - 3000000)",
    "TIMESTAMPTZ,TIMESTAMP,epoch_ms(i * 1000 - 3000000)",
    "BOOLEAN,BOOLEAN,i % 3 = 0"
  })
  void keysOfForeignTypesAreRightAndInOrder(String foreign, ColumnType type, String key)
      throws Exception {
    String written = "CASE WHEN i %% 17 = 0 THEN NULL ELSE (%s)::%s END".formatted(key, foreign);
    WrittenTable table = source(written, "i", "i % 13", "i::VARCHAR", 5_000);

    assertAsDuckDb(schema(type), table);
  }

  @Test
  void foreignNumbersAreRight() throws Exception {
    TableSchema schema =
        new TableSchema(
            List.of(
                new Column("k", ColumnType.STRING),
                new Column("base", ColumnType.DECIMAL),
                new Column("one", ColumnType.DOUBLE)));
    WrittenTable table =
        source("'k' || i % 50", "(i * 1.01)::DECIMAL(20, 4)", "(i / 3)::FLOAT", "1", 3_000);
    ResultFiles duckDb = to("duckdb");
    ResultFiles beam = to("beam");

    assertEquals(
        duckDb().analytics(Roles.of(schema)).run(table),
        beam().analytics(Roles.of(schema)).run(table));
    SameRelation.assertSame(
        duckDb().join(Roles.of(schema), duckDb).run(table),
        beam().join(Roles.of(schema), beam).run(table));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyTableFailsAndLeavesNoFile(CorrectnessRunner runner) throws Exception {
    WrittenTable table = source("'a'", "i", "i", "'x'", 0);
    Roles roles = Roles.of(SCHEMA);

    Throwable failed =
        assertThrows(
            RuntimeException.class, () -> SpreadRun.of(beam().join(roles, to("t")), table, runner));

    StringBuilder said = new StringBuilder();
    for (Throwable t = failed; t != null; t = t.getCause()) {
      said.append(t.getMessage()).append('\n');
    }
    assertTrue(said.toString().contains("no rows"), said.toString());
    assertFalse(Files.exists(to("t").part(0)));
  }

  @Test
  void aScanOrAnalyticsOfNoRowsFails() throws Exception {
    WrittenTable table = source("'a'", "i", "i", "'x'", 0);
    for (TableCore work : List.of(beam().scan(SCHEMA), beam().analytics(Roles.of(SCHEMA)))) {
      TableException floor = assertThrows(TableException.class, () -> work.run(table));
      assertTrue(floor.getMessage().endsWith("found no rows"), floor.getMessage());
      RuntimeException spread =
          assertThrows(
              RuntimeException.class,
              () -> SpreadRun.of(work, table, CorrectnessRunner.DIRECT_ENFORCED));
      assertTrue(String.valueOf(spread.getMessage()).contains("found no rows"), spread::toString);
    }
  }

  @Test
  void theNullRowsOfTheCanonicalTablesStandInTheTablesOrder() throws Exception {
    WrittenTable canonical =
        ForeignFiles.canonical(
            directory,
            "SELECT * FROM (VALUES ('a', 1::BIGINT), (NULL, NULL)) t(key, %s)",
            "SELECT * FROM (VALUES (NULL, 2::BIGINT), ('b', 3)) t(key, %s)",
            "SELECT * FROM (VALUES (NULL, 'x'), ('a', 'y')) t(key, %s)");

    Findings found =
        SpreadRun.of(
                beam().joinCanonical(Roles.of(SCHEMA), to("nulls")),
                canonical,
                CorrectnessRunner.DIRECT_ENFORCED)
            .findings();

    assertEquals(
        "[[a, 1, null, y], [b, null, 3, null], [null, null, null, null], [null, null, 2, null], [null, null, null, x]]",
        StoredRows.of(found.files()).toString());
  }

  /** Both engines, all works; the floor, and the graph where rows are routed. */
  private void assertAsDuckDb(TableSchema schema, WrittenTable table) throws Exception {
    Roles roles = Roles.of(schema);
    Path folder = Files.createDirectories(directory.resolve("canonical"));
    WrittenTable canonical = new DuckDbCanonical(duckDb().duckDb(), roles).write(table, folder);

    assertEquals(duckDb().analytics(roles).run(table), beam().analytics(roles).run(table));
    SameRelation.assertSame(
        duckDb().join(roles, to("duckdb-relation")).run(table),
        SpreadRun.of(beam().join(roles, to("relation")), table, CorrectnessRunner.DIRECT_ENFORCED)
            .findings());
    SameRelation.assertSame(
        duckDb().joinCanonical(roles, to("duckdb-join")).run(canonical),
        beam().joinCanonical(roles, to("join")).run(canonical));
  }

  /** Columns {@code k, base, one, two} and a list that nobody asks for. */
  private WrittenTable source(String key, String base, String one, String two, int rows)
      throws Exception {
    return ForeignFiles.source(
        directory,
        "SELECT [i] AS list, %s AS k, %s AS base, %s AS one, %s AS two FROM range(%d) t(i)"
            .formatted(key, base, one, two, rows));
  }

  private static TableSchema schema(ColumnType key) {
    return new TableSchema(
        List.of(
            new Column("k", key),
            new Column("base", ColumnType.INT64),
            new Column("one", ColumnType.INT64),
            new Column("two", ColumnType.STRING)));
  }

  private ResultFiles to(String name) {
    return new ResultFiles(directory.toString(), name);
  }

  private DuckDbEngine duckDb() {
    return new DuckDbEngine(new DuckDb(2, "512MB", directory.toString()));
  }

  private static BeamEngine beam() {
    return new BeamEngine(2);
  }
}
