package dev.plumbline.runners.engines;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.environment.ProcessMemory;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.measure.fork.ForkResult;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.runners.run.RunnerStart;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.Engines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of an engine's fork: one engine, every work over every kind of query, on one runner that
 * is started once. Works come in an order of their own in each block, the same for all engines.
 */
public class EngineChild implements ChildTask {
  private static final double NANOS = 1e9;

  /** For the launcher, which names this class on the child's command line. */
  public EngineChild() {}

  @Override
  public final ChildOutcome run(Path partialDirectory) throws Exception {
    long begun = System.nanoTime();
    EngineForkOptions fork = OptionsFile.read(partialDirectory, EngineForkOptions.class);
    WorkflowOptions how = fork.options().export();
    Prepared prepared = Prepared.read(Path.of(fork.prepared()));
    Ledger ledger = Ledger.ofThisJvm();
    List<Iteration> iterations = new ArrayList<>();
    long working = System.nanoTime();
    Engine engine = engine(fork);
    ledger.time(engine.name() + "_start", engine::start);
    int threads = engine.isSpread() ? how.parallelism() : 1;
    try (RunnerSession runner = RunnerStart.open(how.runner(), threads, ledger)) {
      EngineTrial trial =
          new EngineTrial(fork, prepared, engine, runner, partialDirectory.toAbsolutePath());
      List<Trial> trials = trials(fork, prepared);
      for (int position = 0; position < trials.size(); position++) {
        for (int i = 0; i <= fork.warmIterations(); i++) {
          Trial next = trials.get(position);
          iterations.add(trial.run(next.kind(), next.work(), i, position, Ledger.after(ledger)));
        }
      }
    }
    double work = (System.nanoTime() - working) / NANOS;
    new ForkResult(iterations, ledger.entries().getOrDefault("jvm_start", 0.0), work)
        .write(partialDirectory);
    return ChildOutcome.done(
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), ProcessMemory.peakRssBytes());
  }

  /** The engine; a test that plants a defect overrides this. */
  protected Engine engine(EngineForkOptions fork) {
    Engines engine = Engines.of(fork.engine()).orElseThrow();
    return engine.with(PrepareChild.settings(fork.options(), engine));
  }

  /** One work over one kind of query. */
  private record Trial(String kind, EngineWork work) {}

  private static List<Trial> trials(EngineForkOptions fork, Prepared prepared) {
    List<Trial> trials = new ArrayList<>();
    for (String kind : prepared.kinds().keySet()) {
      for (EngineWork work : EngineWork.values()) {
        trials.add(new Trial(kind, work));
      }
    }
    Collections.shuffle(trials, new Random(fork.seed() * 31 + fork.block()));
    return trials;
  }
}
