package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import org.jspecify.annotations.Nullable;

/**
 * What one fork says of one metric: one number, however many iterations stand behind it.
 *
 * @param block the block
 * @param scenario the pipeline, or the work of an engine; empty for commands
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 * @param status of the cell that it is of
 * @param value the number; null unless valid
 * @param reason why there is none; null if there is one
 * @param input digest of what came in; for a command, of what it printed
 * @param sourceBound whether the source may have been the bottleneck
 */
record Observation(
    int block,
    String scenario,
    long rows,
    Mode mode,
    Metric metric,
    CellStatus status,
    @Nullable Double value,
    @Nullable String reason,
    @Nullable String input,
    boolean sourceBound) {
  /** The same in another mode. */
  Observation in(Mode other) {
    return new Observation(
        block, scenario, rows, other, metric, status, value, reason, input, sourceBound);
  }
}
