package dev.plumbline.runners.engines;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.work.TrialLoop;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.Engines;
import java.nio.file.Path;

/**
 * The JVM of an engine's fork: one engine, every work over every kind of query, on one runner that
 * is started once. Works come in an order of their own in each block, the same for all engines.
 */
public class EngineChild implements ChildTask {
  /** For the launcher, which names this class on the child's command line. */
  public EngineChild() {}

  @Override
  public final ChildOutcome run(Path partialDirectory) throws Exception {
    TrialLoop loop = TrialLoop.begin(partialDirectory);
    EngineForkOptions fork = OptionsFile.read(partialDirectory, EngineForkOptions.class);
    WorkflowOptions how = fork.options().export();
    Prepared prepared = Prepared.read(Path.of(fork.prepared()));
    Engine engine = engine(fork);
    loop.ledger().time(engine.name() + "_start", engine::start);
    return loop.run(
        how.runner(),
        engine.isSpread() ? how.parallelism() : 1,
        new TrialLoop.Order(fork.seed(), fork.block(), fork.warmIterations()),
        EngineTrial.all(prepared),
        new EngineTrial.Turns(fork, prepared, engine));
  }

  /** The engine; a test that plants a defect overrides this. */
  protected Engine engine(EngineForkOptions fork) {
    Engines engine = Engines.of(fork.engine()).orElseThrow();
    return engine.with(PrepareChild.settings(fork.options(), engine));
  }
}
