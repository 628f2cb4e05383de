package dev.plumbline.transforms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.mine.ExportSchema;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunOnTableTest {
  private static final ExportSchema SCHEMA =
      Tables.export(
          ColumnType.STRING,
          ColumnType.INT64,
          ColumnType.STRING,
          ColumnType.DATE,
          ColumnType.BOOLEAN,
          ColumnType.DOUBLE);
  private static final TableSchema TABLE = SCHEMA.table();
  private static final List<List<Object>> ROWS = Tables.random(TABLE, new Random(12), 700);

  @TempDir Path directory;

  @Test
  void scanCountsEveryValueAndTheBytesOfTexts() throws Exception {
    Findings found = duckDb().scan(TABLE).run(written());

    Map<String, BigInteger> expected = new TreeMap<>();
    for (int i = 0; i < TABLE.width(); i++) {
      int column = i;
      List<Object> values =
          ROWS.stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
      expected.put("c" + i + ".non_null", BigInteger.valueOf(values.size()));
      if (TABLE.column(i).type() == ColumnType.STRING) {
        long bytes =
            values.stream()
                .mapToLong(v -> ((String) v).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        expected.put("c" + i + ".bytes", BigInteger.valueOf(bytes));
      }
    }
    assertEquals(expected, found.figures(), "seed 12");
    assertEquals(ROWS.size(), found.rowsRead());
    assertEquals(List.of(), found.files());
  }

  @ParameterizedTest
  @EnumSource
  void stagesFindInAPipelineWhatTheirCoresFind(CorrectnessRunner runner) throws Exception {
    WrittenTable table = written();
    Roles roles = Roles.of(TABLE);
    ResultFiles alone = new ResultFiles(directory.toString(), "alone");
    ResultFiles piped = new ResultFiles(directory.toString(), "piped");
    TableCore scan = duckDb().scan(TABLE);
    TableCore analytics = duckDb().analytics(roles);
    Findings scanned = scan.run(table);
    Findings analysed = analytics.run(table);
    Findings joined = duckDb().join(roles, alone).run(table);
    Pipeline pipeline = Pipeline.create(runner.options());

    PCollection<TableRun> run =
        pipeline
            .apply(
                "table",
                Create.of(TableRun.of(table)).withCoder(SerializableCoder.of(TableRun.class)))
            .apply("scan", RunOnTable.of(scan, clock("duckdb_scan")))
            .apply("analytics", RunOnTable.of(analytics, clock("analytics")))
            .apply("join", RunOnTable.of(duckDb().join(roles, piped), clock("join")));
    PAssert.thatSingleton(run)
        .satisfies(
            done -> {
              assertEquals(table, done.table());
              List<StageFindings> found = done.findings();
              assertEquals(
                  List.of("duckdb_scan", "analytics", "join"),
                  found.stream().map(StageFindings::stage).toList());
              assertEquals(scanned, found.get(0).findings());
              assertEquals(analysed, found.get(1).findings());
              assertEquals(joined.figures(), found.get(2).findings().figures());
              assertEquals(piped.whole().toString(), found.get(2).findings().files().get(0).path());
              return null;
            });

    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
    assertEquals(
        Witness.of(ParquetFiles.open("alone", List.of(alone.whole()))).digest(),
        Witness.of(ParquetFiles.open("piped", List.of(piped.whole()))).digest());
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatCannotBeReadFailsThePipelineNamingTheStage(CorrectnessRunner runner)
      throws Exception {
    WrittenTable table = written();
    Files.delete(Path.of(table.files().get(1).path()));
    Pipeline pipeline = Pipeline.create(runner.options());
    pipeline
        .apply(
            "table", Create.of(TableRun.of(table)).withCoder(SerializableCoder.of(TableRun.class)))
        .apply("scan", RunOnTable.of(duckDb().scan(TABLE), clock("duckdb_scan")));

    Throwable failed = assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());

    StringBuilder messages = new StringBuilder();
    for (Throwable t = failed; t != null; t = t.getCause()) {
      messages.append(t.getMessage()).append('\n');
    }
    assertTrue(messages.toString().contains("duckdb_scan over 3 files"), messages.toString());
  }

  @Test
  void aTableListsItsFilesInTheOrderOfTheirPaths() {
    WrittenFile a = new WrittenFile("/x/a", 1, 10);
    WrittenFile b = new WrittenFile("/x/b", 2, 20);

    WrittenTable table = new WrittenTable(List.of(b, a));

    assertEquals(List.of(a, b), table.files());
    assertEquals(3, table.rows());
    assertEquals(30, table.sizeBytes());
  }

  private WrittenTable written() throws Exception {
    return ParquetTables.write(directory.resolve("c0=1/it's"), SCHEMA, ROWS, 3);
  }

  private DuckDbEngine duckDb() {
    return new DuckDbEngine(new DuckDb(2, "512MB", directory.toString()));
  }

  private static StageClock clock(String stage) {
    return new StageClock("run-on-table", stage);
  }
}
