package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A pipeline that has run to its end, before anything is proven of it.
 *
 * @param spec the pipeline
 * @param findings what it brought out
 * @param times how long it took
 * @param evidence what each stage did, by its name: as the runner's own metrics say, where it has
 *     some
 * @param served rows that the source itself says it served meanwhile; none if it does not say
 * @param runner what really ran
 * @param restarts subtasks that the runner started again
 */
public record RanPipeline(
    PipelineSpec spec,
    RunFindings findings,
    RunTimes times,
    Map<String, StageEvidence> evidence,
    OptionalLong served,
    Evidence.Runner runner,
    long restarts) {
  /** Copies the map. */
  public RanPipeline {
    evidence = Map.copyOf(evidence);
  }

  /** The same as if these files held its rows: where it left none, those of its source do. */
  public RanPipeline withRows(WrittenTable rows) {
    TableRun tables = findings.tables();
    RunFindings held =
        new RunFindings(new TableRun(rows, tables.given(), tables.findings()), findings.verdict());
    return new RanPipeline(spec, held, times, evidence, served, runner, restarts);
  }

  /** What a source's own count is called among the elements of the evidence. */
  static final String SERVED = "served";

  /** The same, and the source says that it served so many rows meanwhile. */
  public RanPipeline withServed(long rows) {
    return new RanPipeline(
        spec, findings, times, evidence, OptionalLong.of(rows), runner, restarts);
  }
}
