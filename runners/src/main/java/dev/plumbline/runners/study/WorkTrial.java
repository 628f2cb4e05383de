package dev.plumbline.runners.study;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.engines.WorkSpec;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.EngineCell;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.machine.GcTime;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.Measurement;
import dev.plumbline.runners.run.Measuring;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs a work as a pipeline of its own, and proves its result after the clock.
 *
 * @param runner the runner, started
 * @param directory an existing directory of this trial, absolute
 * @param runId the trial
 */
public record WorkTrial(RunnerSession runner, Path directory, String runId) {

  /**
   * A trial that has ended.
   *
   * @param iteration what a measurement keeps of it
   * @param comparison its proof
   */
  public record Ended(Iteration iteration, ResultComparison comparison) {}

  /**
   * Runs it.
   *
   * @param iteration 0 is the cold one
   * @param position the work's place in the fork
   */
  public Ended run(Work work, int iteration, int position, Ledger ledger) throws Exception {
    PipelineSpec spec =
        WorkSpec.of(work.scenario(), work.schema(), work.table(), work.stage(), work.core());
    double gcBefore = GcTime.seconds();
    Measurement measured =
        new Measuring(runner, Optional.empty(), work.table().rows(), directory, runId, ledger)
            .run(spec);
    RanPipeline ran = measured.ran();
    StageFindings found = ran.findings().tables().found(work.stage().label()).orElseThrow();
    ResultComparison compared = ledger.time("verify", () -> work.proof().apply(found.findings()));
    Cell cell =
        new EngineCell(
                work.engine(), work.stage(), work.rows(), work.contentHash(), work.table(), ran)
            .of(compared.mismatch());
    boolean valid = cell.shownTiming().isPresent();
    EngineUse use = used(found.findings());
    return new Ended(
        new Iteration(
            iteration,
            position,
            cell,
            valid ? StageSeconds.of(ran) : Map.of(),
            valid ? measured.telemetry().cpuSeconds() + use.cpuNanos() / 1e9 : null,
            valid ? Math.round((GcTime.seconds() - gcBefore) * 1e3) / 1e3 : null,
            Math.max(found.peakRssBytes(), use.peakRssBytes()),
            false,
            valid ? ledger.entries() : ledger.besideTheTime()),
        compared);
  }

  /** What the engine took outside of this process. */
  private static EngineUse used(Findings findings) {
    return Objects.requireNonNullElse(findings.use(), new EngineUse(0, 0, 0));
  }
}
