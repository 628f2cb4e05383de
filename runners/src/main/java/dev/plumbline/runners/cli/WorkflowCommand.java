package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.EngineChoice;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.Running;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ForkedRun;
import dev.plumbline.runners.process.Launcher;
import dev.plumbline.runners.run.ServedMine;
import dev.plumbline.runners.run.WorkflowChild;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code elt} and {@code etl} have in common: everything but which engines they know. */
abstract class WorkflowCommand implements Callable<Integer> {
  final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin MineOptions mine = new MineOptions();
  @Mixin WorkOptions work = new WorkOptions();
  @Mixin ProofOptions proof = new ProofOptions();
  @Mixin SampleOptions sample = new SampleOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin StartOptions start = new StartOptions();
  @Mixin LocalMineOptions localMine = new LocalMineOptions();
  @Mixin RecordingOptions recording = new RecordingOptions();
  @Mixin ReplayOptions replay = new ReplayOptions();
  @Mixin EngineChoiceOptions engines = new EngineChoiceOptions();
  @Mixin ArtifactOptions artifacts = new ArtifactOptions();

  WorkflowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The workflow's name. */
  abstract String name();

  /** The engines that it knows; the first is its default. */
  abstract List<String> fittingEngines();

  /** Refuses what it should not do. */
  void check(WorkflowOptions options) {}

  @Override
  public Integer call() throws Exception {
    WorkflowOptions options = options();
    check(options);
    if (!online()) {
      return run(options);
    }
    artifacts.check();
    return options.mine().mineKind() == MineKind.FOREIGN ? live(options) : run(options);
  }

  /** Against a mine that is not ours: if it may be asked, and answers. */
  private int live(WorkflowOptions options) throws Exception {
    LiveMine live = LiveMine.of(surroundings, mine.serviceRoots());
    return live.isOut()
        ? live.skip(surroundings, options.mine().target())
        : run(options.withServiceRoot(live.url()));
  }

  /** Which engine does it. */
  EngineChoice engineChoice() {
    return engines.choice(fittingEngines(), work.threads());
  }

  /** How many rows are wanted if nothing is said. */
  long defaultRows(long usual) {
    return usual;
  }

  /** Whether a mine is asked. */
  boolean online() {
    return true;
  }

  /** Does it; returns the exit code. */
  int run(WorkflowOptions options) throws Exception {
    return new Launcher(surroundings.environment(), surroundings.out(), surroundings.forkStart())
        .run(forked(options));
  }

  /** Everything resolved and checked; a mine that we serve has no address yet. */
  WorkflowOptions options() {
    ExportChoice export = export();
    Bounds.check("--rows-target", work.rowsTarget, 1, Long.MAX_VALUE);
    Running running = work.running();
    return new WorkflowOptions(
        name(),
        export.mine(),
        export.query(),
        work.paging(export),
        running,
        localMine.served(export.rows()),
        engineChoice(),
        proof.proving(sample.sample()),
        output.places(),
        recording.pages(replay),
        artifacts.keeping(output.resultsDir),
        command());
  }

  private ExportChoice export() {
    GivenOptions given =
        new GivenOptions(
            spec.commandLine().getParseResult(), new PropertyDefaults(surroundings.properties()));
    if (!given.names("--rows-target")) {
      work.rowsTarget = defaultRows(work.rowsTarget);
    }
    boolean replayed = replay.replayPages != null;
    boolean served = replayed || mine.serviceRoot() == null;
    IneffectiveOptions.check(given, replayed, served, localMine.faults());
    return replay
        .recording()
        .map(recorded -> ExportChoice.of(recorded, mine, work, given))
        .or(() -> localMine.outline().map(file -> ExportChoice.of(file, mine, work, given)))
        .orElseGet(() -> ExportChoice.of(mine, work));
  }

  private ForkedRun forked(WorkflowOptions options) {
    return new ForkedRun(
        surroundings.forks().apply(WorkflowChild.class),
        new ServedMine(options),
        options.mine().target(),
        options.running().heap(),
        ChildJvm.archiveName(WorkflowChild.NAME, options.distinction()),
        options.output().resultsDir(),
        options.output().jsonOut());
  }

  private List<String> command() {
    PropertyDefaults properties = new PropertyDefaults(surroundings.properties());
    return CommandText.of(spec.commandLine().getParseResult(), properties);
  }
}
