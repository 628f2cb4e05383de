package dev.plumbline.runners.run;

import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.machine.Telemetry;
import java.util.Optional;

/**
 * The timed part of a run.
 *
 * @param ran the pipeline and its times
 * @param source what serving it has cost the local mine; absent for other mines
 * @param before the machine before the clock started
 * @param after the machine after it had stopped
 * @param rssMethod how peak memory was measured
 */
public record Measurement(
    RanPipeline ran,
    Optional<SourceCost> source,
    Telemetry before,
    Telemetry after,
    String rssMethod) {
  /** CPU time of this process meanwhile. */
  public double cpuSeconds() {
    return (after.processCpuMillis() - before.processCpuMillis()) / 1e3;
  }
}
