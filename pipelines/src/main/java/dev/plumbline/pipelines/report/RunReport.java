package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report of one run, as {@code docs/schema/report.schema.json} describes it. {@link
 * ReportBuilder} is the only way to one.
 *
 * @param envelope with {@value #VERSION}
 * @param engine the engine of the pipeline
 * @param cell the measured cell
 * @param parity what was held against what
 * @param handed how pages came from stage to stage, as the judge saw them while the pipeline ran;
 *     empty without its side outputs
 * @param notValidated what was not compared, and why
 * @param sampleRows the rows of the files' sample with their values, column to text; null unless
 *     they were asked for
 * @param stageModel the stage model
 * @param stageTimings every stage of the pipeline beside the stage model, and the judge's
 * @param ledger costs beside the cell's time, in seconds, by name
 * @param memory peak resident memory
 * @param figures what the stages on the table found, by stage and name
 * @param query the query as XML, or its hash where it must not be shown
 * @param columns the exported columns, name to InterMine type; null where the query must not be
 *     shown
 * @param source what the mine itself says of what it served; null where it does not say
 * @param telemetry the machine before and after
 * @param artifacts the files that were written
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
    @JsonUnwrapped Envelope envelope,
    EngineRecord engine,
    Cell cell,
    Map<String, ParityRecord> parity,
    List<HandedRecord> handed,
    Map<String, String> notValidated,
    @Nullable List<Map<String, @Nullable String>> sampleRows,
    StageModel stageModel,
    Map<String, StageTiming> stageTimings,
    Map<String, Double> ledger,
    Memory memory,
    Map<String, Map<String, BigInteger>> figures,
    String query,
    @Nullable Map<String, String> columns,
    @Nullable SourceCost source,
    Telemetry.Both telemetry,
    List<Artifact> artifacts)
    implements Report {
  /** Rejects one without a cell, as a damaged file may have it. */
  public RunReport {
    Objects.requireNonNull(cell, "cell");
    artifacts = List.copyOf(artifacts);
  }

  /** The version of the report. */
  public static final String VERSION = "plumbline_report_v2";

  /**
   * Peak resident memory of the measured JVM.
   *
   * @param rssScope always {@code process}: the export's stages overlap in one process
   * @param exportPeakRssBytes while the rows were exported
   * @param peakRssBytes over the whole run
   * @param method how it was measured
   */
  public record Memory(
      String rssScope, long exportPeakRssBytes, long peakRssBytes, String method) {}
}
