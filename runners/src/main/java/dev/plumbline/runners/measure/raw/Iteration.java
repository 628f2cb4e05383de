package dev.plumbline.runners.measure.raw;

import dev.plumbline.pipelines.report.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a pipeline at one size within a fork. Times are there exactly if the cell is valid.
 *
 * @param iteration 0 is the cold one: the first of this size in this fork
 * @param sizePosition the size's place in the fork, from 0
 * @param cell status, evidence and time
 * @param stageSeconds elapsed seconds by stage; empty if the cell is not valid
 * @param cpuSeconds CPU time of the process during the run; null if the cell is not valid
 * @param gcSeconds time in collections during the run and its proof; null if the cell is not valid
 * @param peakRssBytes the most memory that the process held; 0 if the kernel does not tell
 * @param sourceBound whether the local mine may have been the bottleneck
 * @param ledger costs beside the time, in seconds by name
 */
public record Iteration(
    int iteration,
    int sizePosition,
    Cell cell,
    Map<String, Double> stageSeconds,
    @Nullable Double cpuSeconds,
    @Nullable Double gcSeconds,
    long peakRssBytes,
    boolean sourceBound,
    Map<String, Double> ledger) {
  public Iteration {
    stageSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
    ledger = Collections.unmodifiableMap(new LinkedHashMap<>(ledger));
  }
}
