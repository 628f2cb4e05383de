package dev.plumbline.runners.microbench.engines;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.Sha256;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.engine.polars.PolarsEngine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A {@link BenchTable}, an engine over it, and bare programs over the same. */
final class EngineSides implements AutoCloseable {
  private static final int THREADS = 2;
  private static final String MEMORY = "512MB";
  private static final int MOST_SECONDS = 600;

  private final Path folder;
  private final EngineInput input;
  private final Engines kind;
  private final Engine engine;
  private final Bare bare;

  /** Makes the table and starts the engine. */
  EngineSides(Engines kind, long rows) throws Exception {
    this.folder = Files.createTempDirectory("plumbline-engines").toAbsolutePath();
    this.input = BenchTable.make(rows, folder);
    this.kind = kind;
    this.engine = kind.with(new EngineSettings(THREADS, MEMORY, folder.toString(), MOST_SECONDS));
    engine.start();
    clear();
    this.bare =
        switch (kind) {
          case DUCKDB -> jdbc(results());
          case POLARS -> new BareNode(input, ((PolarsEngine) engine).folder(), THREADS, results());
          case BEAM -> new HashJoin(input, results());
        };
  }

  private Path results() {
    return folder.resolve("results");
  }

  private Bare jdbc(Path results) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", String.valueOf(THREADS));
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", folder.toString());
    return new BareJdbc(input, DriverManager.getConnection("jdbc:duckdb:", settings), results);
  }

  /** Takes the relation of the last work away. */
  void clear() throws IOException {
    if (Files.exists(results())) {
      FileTree.delete(results());
    }
    Files.createDirectories(results());
  }

  Findings core(EngineWork work) {
    return core(work, results());
  }

  private Findings core(EngineWork work, Path results) {
    return work.core(engine, input, new ResultFiles(results.toString(), "core"))
        .run(work.input(input));
  }

  Findings bare(EngineWork work) throws Exception {
    return bare.run(work);
  }

  /** Digest of the table. */
  String inputDigest() {
    DigestAccumulator digest =
        new DigestAccumulator(new DigestSpec(input.schema(), List.of(), SampleSpec.defaults()));
    List<Path> files = input.source().files().stream().map(f -> Path.of(f.path())).toList();
    ParquetFiles.open("source", files).read(digest.sink());
    return Sha256.of(digest.digest().content().hex());
  }

  /**
   * In what a work's result differs from that of plain SQL, or plain SQL's from the engine's; empty
   * if in nothing.
   */
  Optional<String> mismatch(EngineWork work, EngineBenchmark.Side side, Findings found)
      throws Exception {
    Path results = Files.createDirectory(folder.resolve("expected"));
    boolean isPlainSql = kind == Engines.DUCKDB && side == EngineBenchmark.Side.BARE;
    Findings expected = isPlainSql ? core(work, results) : byPlainSql(work, results);
    return work.writes()
        ? ResultComparison.ofRelation(
                "expected",
                RelationProof.of(
                    "expected", expected.files(), "found", found.files(), SampleSpec.defaults()),
                new ShownNames(true, work.columns()))
            .mismatch()
        : ResultComparison.ofFigures("expected", expected, found).mismatch();
  }

  private Findings byPlainSql(EngineWork work, Path results) throws Exception {
    try (Bare jdbc = jdbc(results)) {
      return jdbc.run(work);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    bare.close();
    FileTree.delete(folder);
  }
}
