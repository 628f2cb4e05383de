package dev.plumbline.runners.run;

import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.concurrent.Callable;

/** Starts the engine of a workflow. */
public final class WorkflowEngine {
  private WorkflowEngine() {}

  /** Starts the engine, so that this is not part of any measured time. */
  public static Engine start(WorkflowOptions options, Ledger ledger) throws Exception {
    Engine engine = engine(options, options.engine().engine());
    ledger.time(engine.name() + "_start", engine::start);
    return engine;
  }

  /**
   * The same beside this thread, while a mine is asked or a runner starts; but what is to be
   * installed first waits until it is clear that the run can be.
   */
  public static Beside<Engine> startBeside(WorkflowOptions options, Ledger ledger) {
    Callable<Engine> start = () -> start(options, ledger);
    return isInstalled(options) ? Beside.start("engine-start", start) : Beside.later(start);
  }

  private static boolean isInstalled(WorkflowOptions options) {
    try {
      return engine(options, options.engine().engine()).toInstall().isEmpty();
    } catch (EngineUnavailable e) {
      return false;
    }
  }

  private static Engine engine(WorkflowOptions options, Engines engine) {
    return engine.with(options.engine().settings(engine, options.running().parallelism()));
  }
}
