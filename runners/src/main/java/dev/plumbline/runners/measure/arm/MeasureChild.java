package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.machine.GcTime;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.run.Beside;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerStart;
import dev.plumbline.runners.run.WorkflowEngine;
import dev.plumbline.runners.run.WorkflowSession;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.transforms.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The JVM of a fork: one arm at one size (or all that it is told), on one runner that is started
 * once. The first run of a size is cold, those behind it are warm. Every run is proven before the
 * next begins, and its files are deleted.
 */
@TaskName("measure")
public class MeasureChild implements ChildTask {
  private static final double NANOS = 1e9;

  /** For the forked JVM, whose main makes it. */
  public MeasureChild() {}

  @Override
  public final ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    long begun = System.nanoTime();
    ForkPlan fork = request.plan();
    Ledger ledger = Ledger.ofThisJvm();
    List<Iteration> iterations = new ArrayList<>();
    WorkflowOptions options = request.options(WorkflowOptions.class);
    long working = System.nanoTime();
    Beside<Engine> starting = WorkflowEngine.startBeside(options, ledger);
    try (RunnerSession runner = open(options, ledger)) {
      Engine engine = starting.get();
      for (int position = 0; position < fork.sizes().size(); position++) {
        WorkflowOptions sized = options.withRowsTarget(fork.sizes().get(position));
        Ledger own = Ledger.after(ledger);
        ExportPlan plan = own.time("plan", () -> WorkflowSession.plan(sized));
        WorkflowSession session = new WorkflowSession(sized, plan, engine, runner);
        for (int i = 0; i <= fork.warmIterations(); i++) {
          iterations.add(iteration(fork, session, directory, Ledger.after(own), i, position));
        }
      }
    }
    double work = (System.nanoTime() - working) / NANOS;
    double jvmStart = ledger.entries().getOrDefault("jvm_start", 0.0);
    return ChildOutcome.ended(begun).with(new ForkResult(iterations, jvmStart, work));
  }

  private Iteration iteration(
      ForkPlan fork, WorkflowSession session, Path directory, Ledger ledger, int i, int position)
      throws Exception {
    Path own = Files.createDirectory(directory.resolve("run-" + position + "-" + i));
    String runId = directory.getFileName() + "/" + own.getFileName();
    double gcBefore = GcTime.seconds();
    PipelineSpec spec = spec(fork, session, own);
    RunReport report = session.run(spec, own, runId, ledger, Map::of);
    FileTree.delete(own);
    return IterationOfReport.of(report, i, position, GcTime.seconds() - gcBefore);
  }

  /** The pipeline of one run; a test that plants a defect overrides this. */
  protected PipelineSpec spec(ForkPlan fork, WorkflowSession session, Path directory)
      throws IOException {
    return session.spec(directory);
  }

  /** The runner; a test that plants a wrong one overrides this. */
  protected RunnerSession open(WorkflowOptions options, Ledger ledger) throws Exception {
    return RunnerStart.open(options.running().runner(), options.running().parallelism(), ledger);
  }
}
