package dev.plumbline.runners.microbench.performance;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.clocks.StageSpan;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.microbench.performance.Side.Done;
import dev.plumbline.runners.microbench.performance.Side.Timed;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.Measuring;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.engine.polars.PolarsEngine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * One fork of {@link PerformancePage}: {@code EngineCosts DIRECTORY ENGINE RUNNER}, the directory
 * being one that {@link BenchTable} filled. For each work it runs the engine's stage on the runner
 * and the same work without, both until they are warm and then interleaved, and holds their results
 * to each other. Prints milliseconds: for each work of {@link EngineWork} the stage's span and the
 * bare work's time; for Beam then its join's span and that of a {@link HashJoin}.
 */
public final class EngineCosts {
  private static final int THREADS = 2;
  private static final String MEMORY = "1GB";

  private final EngineInput input;
  private final Engine engine;
  private final RunnerSession runner;
  private final Path directory;
  private int runs;

  private EngineCosts(EngineInput input, Engine engine, RunnerSession runner, Path directory) {
    this.input = input;
    this.engine = engine;
    this.runner = runner;
    this.directory = directory;
  }

  /** Runs one fork. */
  public static void main(String[] args) throws Exception {
    EngineInput input = BenchTable.read(Path.of(args[0]));
    Path directory = Files.createTempDirectory(Path.of(args[0]), "fork-").toAbsolutePath();
    EngineSettings settings = new EngineSettings(THREADS, MEMORY, directory.toString(), 600);
    Engine engine = Engines.of(args[1]).orElseThrow().with(settings);
    long start = System.nanoTime();
    engine.start();
    StringJoiner line = new StringJoiner(" ");
    add(System.nanoTime() - start, line);
    try (RunnerSession runner =
        Runners.of(args[2]).orElseThrow().open(engine.isSpread() ? THREADS : 1)) {
      new EngineCosts(input, engine, runner, directory).measure(line);
    }
    System.out.println(line);
    System.exit(0); // the logging of some libraries leaves threads
  }

  private void measure(StringJoiner line) throws Exception {
    if (engine instanceof DuckDbEngine) {
      Properties settings = new Properties();
      settings.setProperty("threads", String.valueOf(THREADS));
      settings.setProperty("memory_limit", MEMORY);
      settings.setProperty("temp_directory", directory.toString());
      BareJdbc bare = new BareJdbc(input, settings, directory);
      measure(bare::run, line);
    } else if (engine instanceof PolarsEngine polars) {
      try (BareNode bare = new BareNode(input, polars.folder(), THREADS, directory)) {
        measure(bare::run, line);
      }
    } else {
      measure(this::plainLoop, line);
      HashJoin join = new HashJoin(input, directory);
      measure(EngineWork.JOIN_ENGINE, join::run, line);
    }
  }

  @FunctionalInterface
  private interface Bare {
    Done run(EngineWork work) throws Exception;
  }

  private void measure(Bare bare, StringJoiner line) throws Exception {
    for (EngineWork work : EngineWork.values()) {
      measure(work, () -> bare.run(work), line);
    }
  }

  private void measure(EngineWork work, Timed bare, StringJoiner line) throws Exception {
    Side stage = new Side(() -> stage(work));
    Side alone = new Side(bare);
    for (double nanos : Interleaved.means(stage, alone)) {
      add(nanos, line);
    }
    mismatch(work, alone.found(), stage.found())
        .ifPresent(
            found -> {
              throw new IllegalStateException(
                  "%s of %s is not what the bare one is: %s".formatted(work, engine.name(), found));
            });
  }

  private static void add(Number nanos, StringJoiner line) {
    line.add(String.format(Locale.ROOT, "%.3f", nanos.doubleValue() / 1e6));
  }

  private Optional<String> mismatch(EngineWork work, Findings expected, Findings found) {
    return work.writes()
        ? ResultComparison.ofRelation(
                "bare",
                RelationProof.of(
                    "bare", expected.files(), "stage", found.files(), SampleSpec.defaults()),
                new ShownNames(true, work.columns()))
            .mismatch()
        : ResultComparison.ofFigures("bare", expected, found).mismatch();
  }

  private Done stage(EngineWork work) throws Exception {
    Path own = Files.createDirectory(directory.resolve("run-" + runs++));
    PipelineSpec spec = work.spec(engine, input, new ResultFiles(own.toString(), "stage"));
    RanPipeline ran =
        new Measuring(
                runner,
                Optional.empty(),
                input.source().rows(),
                own,
                own.getFileName().toString(),
                Ledger.ofThisJvm())
            .run(spec)
            .ran();
    String label = work.stage(engine).label();
    StageSpan span = Objects.requireNonNull(ran.evidence().get(label)).span();
    Findings findings = ran.findings().tables().found(label).orElseThrow().findings();
    return new Done(span.micros() * 1000, findings);
  }

  private Done plainLoop(EngineWork work) throws Exception {
    Path own = Files.createDirectory(directory.resolve("run-" + runs++));
    TableCore core = work.core(engine, input, new ResultFiles(own.toString(), "plain"));
    long start = System.nanoTime();
    Findings findings = core.run(work.input(input));
    return new Done(System.nanoTime() - start, findings);
  }
}
