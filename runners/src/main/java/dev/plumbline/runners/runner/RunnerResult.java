package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.clocks.RunWindow;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.report.Evidence;
import java.util.Map;
import java.util.Optional;

/**
 * What a runner gave back.
 *
 * @param findings what the pipeline brought out
 * @param startNanos {@link System#nanoTime()} before the pipeline was constructed
 * @param endNanos {@link System#nanoTime()} after it had ended
 * @param launch how the runner came to its first stage; absent where nothing is translated
 * @param evidence what each stage did, by its name, as the runner's metrics say; absent where the
 *     runner has none
 * @param runner what really ran
 * @param restarts subtasks that were started again
 */
public record RunnerResult(
    RunFindings findings,
    long startNanos,
    long endNanos,
    Optional<Launch> launch,
    Optional<Map<String, StageEvidence>> evidence,
    Evidence.Runner runner,
    long restarts) {
  /** From start to end. */
  public RunWindow window() {
    return new RunWindow(startNanos, endNanos);
  }
}
