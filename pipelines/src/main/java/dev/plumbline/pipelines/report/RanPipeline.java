package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageSpan;
import java.util.HashMap;
import java.util.Map;

/**
 * A pipeline that has run to its end, before anything is proven of it.
 *
 * @param spec the pipeline
 * @param findings what it brought out
 * @param times how long it took
 * @param attemptedRows rows that each stage attempted, as the runner's own metrics say, by stage
 *     name
 * @param spans from when to when each stage worked, by stage name
 * @param runner what really ran
 * @param restarts subtasks that the runner started again
 */
public record RanPipeline(
    PipelineSpec spec,
    RunFindings findings,
    RunTimes times,
    Map<String, Long> attemptedRows,
    Map<String, StageSpan> spans,
    Evidence.Runner runner,
    long restarts) {
  /** Copies the maps. */
  public RanPipeline {
    attemptedRows = Map.copyOf(attemptedRows);
    spans = Map.copyOf(spans);
  }

  /** Where in {@link #attemptedRows} it stands how many rows the source itself says it served. */
  static final String SERVED = "served";

  /** The same, and the source says that it served so many rows meanwhile. */
  public RanPipeline withServed(long rows) {
    Map<String, Long> attempted = new HashMap<>(attemptedRows);
    attempted.put(SERVED, rows);
    return new RanPipeline(spec, findings, times, attempted, spans, runner, restarts);
  }
}
