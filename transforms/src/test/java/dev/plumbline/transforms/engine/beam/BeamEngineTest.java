package dev.plumbline.transforms.engine.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beam's graph on every runner, and its plain loop, against DuckDB. */
class BeamEngineTest {
  @TempDir Path directory;

  @BeforeEach
  void makeDirectories() throws Exception {
    for (String name : List.of("duckdb", "floor", "spread", "canonical")) {
      Files.createDirectory(directory.resolve(name));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFloorFindsAndWritesWhatDuckDbDoes(Source source) throws Exception {
    WrittenTable table = table(source);
    Roles roles = source.roles();
    WrittenTable canonical = canonical(source, table);

    assertEquals(
        duckDb().scan(source.schema().table()).run(table),
        beam().scan(source.schema().table()).run(table));
    assertEquals(duckDb().analytics(roles).run(table), beam().analytics(roles).run(table));
    SameRelation.assertSame(
        duckDb().join(roles, to("duckdb", "relation")).run(table),
        beam().join(roles, to("floor", "relation")).run(table));
    SameRelation.assertSame(
        duckDb().joinCanonical(roles, to("duckdb", "join")).run(canonical),
        beam().joinCanonical(roles, to("floor", "join")).run(canonical));
  }

  @ParameterizedTest
  @EnumSource
  void theGraphFindsWhatDuckDbDoesAndCountsEachRowOnce(CorrectnessRunner runner) throws Exception {
    Source source = Source.TEXTS;
    WrittenTable table = table(source);

    SpreadRun scan = SpreadRun.of(beam().scan(source.schema().table()), table, runner);
    SpreadRun analytics = SpreadRun.of(beam().analytics(source.roles()), table, runner);

    assertEquals(duckDb().scan(source.schema().table()).run(table), scan.findings());
    assertEquals(duckDb().analytics(source.roles()).run(table), analytics.findings());
    assertAccountedFor(table, scan);
    assertAccountedFor(table, analytics);
  }

  @ParameterizedTest
  @EnumSource
  void theGraphTransformsAsDuckDbDoesInOrder(CorrectnessRunner runner) throws Exception {
    for (Source source : List.of(Source.TEXTS, Source.DOUBLES)) {
      WrittenTable table = table(source);
      String name = "relation" + source;

      SpreadRun run = SpreadRun.of(beam().join(source.roles(), to("spread", name)), table, runner);

      SameRelation.assertSame(
          duckDb().join(source.roles(), to("duckdb", name)).run(table), run.findings());
      assertAccountedFor(table, run);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGraphJoinsAsDuckDbDoesInOrderAndInSeveralParts(CorrectnessRunner runner)
      throws Exception {
    for (Source source : List.of(Source.TEXTS, Source.INTEGERS)) {
      WrittenTable canonical = canonical(source, table(source));
      String name = "join" + source;

      SpreadRun run =
          SpreadRun.of(beam().joinCanonical(source.roles(), to("spread", name)), canonical, runner);

      SameRelation.assertSame(
          duckDb().joinCanonical(source.roles(), to("duckdb", name)).run(canonical),
          run.findings());
      assertAccountedFor(canonical, run);
      assertTrue(run.findings().files().size() > 4, run.findings().files().toString());
    }
  }

  @Test
  void theResultDoesNotDependOnThreads() throws Exception {
    WrittenTable table = table(Source.TEXTS);
    Findings one = new BeamEngine(1).analytics(Source.TEXTS.roles()).run(table);

    for (int threads = 2; threads < 6; threads++) {
      assertEquals(one, new BeamEngine(threads).analytics(Source.TEXTS.roles()).run(table));
    }
  }

  @Test
  void isInTheListAndTellsItsVersion() throws Exception {
    Engine engine = Engines.BEAM.with(new EngineSettings(3, "1GB", directory.toString(), 10));

    assertEquals(
        new EngineFacts("beam", ReleaseInfo.getReleaseInfo().getVersion(), 3, ""), engine.start());
    assertEquals(Engines.BEAM.label(), engine.name());
  }

  private static void assertAccountedFor(WrittenTable table, SpreadRun run) {
    assertEquals(SpreadRun.STAGE, run.found().stage());
    assertEquals(table.rows(), run.findings().rowsRead());
    assertEquals(table.rows(), run.countedRows());
    assertEquals(table.rows(), run.intervals().stream().mapToLong(StageInterval::rows).sum());
    assertTrue(run.found().peakRssBytes() > 0);
  }

  private WrittenTable table(Source source) throws Exception {
    Path files = directory.resolve("source " + source);
    return ParquetTables.write(files, source.schema(), source.rows(new Random(17)), 3);
  }

  private WrittenTable canonical(Source source, WrittenTable table) throws Exception {
    Path files = Files.createDirectory(directory.resolve("canonical").resolve(source.name()));
    return new DuckDbCanonical(duckDb().duckDb(), source.roles()).write(table, files);
  }

  private ResultFiles to(String engine, String name) {
    return new ResultFiles(directory.resolve(engine).toString(), name);
  }

  private DuckDbEngine duckDb() {
    return new DuckDbEngine(new DuckDb(2, "512MB", directory.toString()));
  }

  private static BeamEngine beam() {
    return new BeamEngine(2);
  }
}
