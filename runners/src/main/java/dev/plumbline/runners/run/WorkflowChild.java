package dev.plumbline.runners.run;

import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.report.PageText;
import dev.plumbline.runners.results.ReportFile;
import dev.plumbline.runners.results.RunIds;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineUnavailable;
import java.nio.file.Path;
import java.util.Objects;

/** Runs ELT in this JVM: plan, start the runner, run, prove, report. */
@TaskName(WorkflowChild.NAME)
public final class WorkflowChild implements ChildTask {
  /** The task's name. */
  public static final String NAME = "run";

  /** For the forked JVM, whose main makes it. */
  public WorkflowChild() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    WorkflowOptions options = request.options(WorkflowOptions.class);
    long begun = System.nanoTime();
    RunReport report;
    try {
      report = report(options, directory);
    } catch (EngineUnavailable e) {
      return unavailable(options, e, begun);
    }
    ReportFile.write(directory, report);
    System.out.print(PageText.of(new ResultPage(report).page()));
    return outcome(report.cell(), options.proof().strictParity(), begun);
  }

  private static RunReport report(WorkflowOptions options, Path directory) throws Exception {
    Ledger ledger = Ledger.ofThisJvm();
    Beside<Engine> engine = WorkflowEngine.startBeside(options, ledger);
    try (StartingRunner runner =
        StartingRunner.of(options.running().runner(), options.running().parallelism(), ledger)) {
      ExportPlan plan = ledger.time("plan", () -> WorkflowSession.plan(options));
      WorkflowSession session = new WorkflowSession(options, plan, engine.get(), runner.get());
      String runId = RunIds.of(directory);
      return session.run(
          session.spec(directory), directory, runId, ledger, EnvironmentManifest::collect);
    }
  }

  /** An engine that nobody named may be missing; one that was named must not. */
  private static ChildOutcome unavailable(
      WorkflowOptions options, EngineUnavailable why, long begunNanos) {
    return ChildOutcome.ended(
        options.engine().named() ? ExitCode.FAILED : ExitCode.SKIPPED,
        why.getClass().getSimpleName(),
        options.engine().name() + ": " + why.getMessage(),
        begunNanos);
  }

  /** How the process ends that ran this cell. */
  public static ChildOutcome outcome(Cell cell, boolean strictParity, long begunNanos) {
    String reason = Objects.requireNonNullElse(cell.reason(), "");
    Evidence evidence = cell.shownEvidence().orElseThrow();
    if (evidence.parity().equals("different") && strictParity) {
      return ChildOutcome.ended(ExitCode.PARITY_FAILURE, "ParityMismatch", reason, begunNanos);
    }
    if (cell.status() == CellStatus.INVALID && !evidence.tookAgain() && strictParity) {
      return ChildOutcome.ended(ExitCode.INVALID, "InvalidRun", reason, begunNanos);
    }
    return ChildOutcome.ended(begunNanos);
  }
}
