package dev.plumbline.runners.measure.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
 * @param unknown what the fork's build said besides, which this build does not know; null, and not
 *     written, if nothing
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
    Map<String, Double> ledger,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode unknown) {
  /** Copies the maps. */
  public Iteration {
    stageSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
    ledger = Collections.unmodifiableMap(new LinkedHashMap<>(ledger));
    unknown = unknown != null && unknown.isNull() ? null : unknown;
  }

  /** All of it known. */
  public Iteration(
      int iteration,
      int sizePosition,
      Cell cell,
      Map<String, Double> stageSeconds,
      @Nullable Double cpuSeconds,
      @Nullable Double gcSeconds,
      long peakRssBytes,
      boolean sourceBound,
      Map<String, Double> ledger) {
    this(
        iteration,
        sizePosition,
        cell,
        stageSeconds,
        cpuSeconds,
        gcSeconds,
        peakRssBytes,
        sourceBound,
        ledger,
        null);
  }

  /** The same without its time: something speaks against it. */
  public Iteration withheld(Cell without) {
    return new Iteration(
        iteration,
        sizePosition,
        without,
        Map.of(),
        null,
        null,
        peakRssBytes,
        sourceBound,
        Map.of(),
        unknown);
  }

  /** The same, of which more was said. */
  public Iteration withUnknown(JsonNode more) {
    return new Iteration(
        iteration,
        sizePosition,
        cell,
        stageSeconds,
        cpuSeconds,
        gcSeconds,
        peakRssBytes,
        sourceBound,
        ledger,
        more);
  }
}
