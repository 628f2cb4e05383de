package dev.plumbline.runners.run;

import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.pipelines.report.SourceCost;
import dev.plumbline.pipelines.report.Telemetry;
import java.util.Optional;

/**
 * The timed part of a run.
 *
 * @param ran the pipeline and its times
 * @param source what serving it has cost the local mine; absent for other mines
 * @param telemetry the machine before the clock started, and after it had stopped
 * @param rssMethod how peak memory was measured
 */
public record Measurement(
    RanPipeline ran, Optional<SourceCost> source, Telemetry.Both telemetry, String rssMethod) {}
