package dev.plumbline.runners.study.engines;

import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.study.PreparedFile;
import dev.plumbline.runners.study.TrialLoop;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The JVM of an engine's fork: one engine, every work over every kind of query, on one runner that
 * is started once. Works come in an order of their own in each block, the same for all engines.
 */
@TaskName("engines")
public class EngineChild implements ChildTask {
  /** For the forked JVM, whose main makes it. */
  public EngineChild() {}

  @Override
  public final ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    TrialLoop loop = TrialLoop.begin(directory);
    ForkPlan fork = request.plan();
    EnginesOptions options = request.options(EnginesOptions.class);
    WorkflowOptions how = options.export();
    Path ready = Path.of(Objects.requireNonNull(fork.prepared()));
    Prepared prepared = PreparedFile.read(ready, Prepared.class);
    Engine engine = engine(fork, options);
    loop.ledger().time(engine.name() + "_start", engine::start);
    return loop.run(
        how.running().runner(),
        engine.isSpread() ? how.running().parallelism() : 1,
        fork,
        EngineTrial.all(prepared),
        new EngineTrial.Turns(
            fork.block() == 0, ready.resolveSibling(EnginesStudy.PARITY), how, prepared, engine));
  }

  /** The engine; a test that plants a defect overrides this. */
  protected Engine engine(ForkPlan fork, EnginesOptions options) {
    Engines engine = Engines.of(fork.arm()).orElseThrow();
    return engine.with(PrepareChild.settings(options, engine));
  }
}
