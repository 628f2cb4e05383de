package dev.plumbline.runners.cli;

import dev.plumbline.runners.elt.EltChild;
import dev.plumbline.runners.elt.ServedMine;
import dev.plumbline.runners.environment.MachineMemory;
import dev.plumbline.runners.launch.ForkedRun;
import dev.plumbline.runners.launch.Launcher;
import dev.plumbline.runners.launch.RunSummary;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.EltOptions;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.HeapSize;
import dev.plumbline.runners.options.RunnerKind;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code elt}: export, load as Parquet, transform in DuckDB. */
@Command(
    name = "elt",
    description = "Export rows from a mine, load them as Parquet, analyse and transform in DuckDB.",
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=elt",
      "  mvn compile exec:java -Dpipeline=elt -Drows-target=20000 -Drunner=floor",
      "  plumbline elt --rows-target 1000000 --runner flink-local --json-out report.json",
      "  plumbline elt --mine-url http://127.0.0.1:8181/service --query-views symbol,name"
    })
final class EltCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin MineOptions mine = new MineOptions();
  @Mixin WorkOptions work = new WorkOptions();
  @Mixin ProofOptions proof = new ProofOptions();
  @Mixin SampleOptions sample = new SampleOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin LocalMineOptions localMine = new LocalMineOptions();
  @Mixin DuckdbOptions duckdb = new DuckdbOptions();

  EltCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    EltOptions options = options();
    if (!options.localMine()) {
      ServiceRoot root = new ServiceRoot(options.serviceRoot());
      Optional<String> refusal = LiveGate.refusal(surroundings.environment(), root);
      if (refusal.isPresent()) {
        surroundings.err().println("plumbline: skipped: " + refusal.get());
        return skipped(options, refusal.get());
      }
    }
    return new Launcher(surroundings.environment(), surroundings.out()).run(forked(options));
  }

  /** Everything resolved and checked; the embedded mine has no address yet. */
  EltOptions options() {
    ServiceRoot root = mine.serviceRoot();
    Bounds.pageSize(work.pageSize);
    Bounds.check("--rows-target", work.rowsTarget, 1, Long.MAX_VALUE);
    HeapSize heap = HeapSize.parse(work.heap, MachineMemory.limitBytes());
    return new EltOptions(
        "elt",
        mine.targetName(),
        root == null ? "" : root.url(),
        mine.root(),
        mine.views(),
        mine.joins(),
        work.rowsTarget,
        work.pageSize,
        AutoNumber.parseInt("--workers", work.workers, mine.fittingWorkers()),
        work.tries,
        work.threads(),
        RunnerKind.of(work.runner),
        heap.text(),
        localMine.mineSeed,
        localMine.rows(work.rowsTarget),
        AutoNumber.parseInt("--duckdb-threads", duckdb.threads, work.threads()),
        Bounds.duckdbMemory(duckdb.memoryLimit),
        proof.strictParity,
        proof.paritySideOutput,
        sample.sample(),
        proof.showValues,
        output.resultsDir,
        output.jsonOut,
        root == null,
        command());
  }

  private ForkedRun forked(EltOptions options) {
    return new ForkedRun(
        surroundings.forks().apply(EltChild.class),
        new ServedMine(options),
        options.target(),
        options.heap(),
        options.resultsDir(),
        options.jsonOut());
  }

  private List<String> command() {
    PropertyDefaults properties = new PropertyDefaults(surroundings.properties());
    return CommandText.of(spec.commandLine().getParseResult(), properties);
  }

  private int skipped(EltOptions options, String reason) {
    ExitCode exit = ExitCode.SKIPPED;
    RunSummary.withoutRun(exit, "live_not_allowed", 0, options.target(), reason)
        .print(surroundings.out());
    return exit.code();
  }
}
