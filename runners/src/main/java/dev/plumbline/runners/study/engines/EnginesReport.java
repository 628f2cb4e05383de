package dev.plumbline.runners.study.engines;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.export.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of {@code engines}, as {@code docs/schema/engines.schema.json} describes it.
 *
 * @param envelope with {@value #VERSION} and what was asked for
 * @param engines which engines could work, their versions, threads, memory and start
 * @param inputs what they took in, by the kind of query
 * @param parity each engine's result held to the reference, by scenario and engine
 * @param fastest by scenario; null where no engine has a time
 * @param measurement the measurement: forks, figures, ratios
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EnginesReport(
    @JsonUnwrapped Envelope envelope,
    List<EngineReadiness> engines,
    Map<String, Input> inputs,
    Map<String, JsonNode> parity,
    Map<String, @Nullable Fastest> fastest,
    MeasurementReport measurement)
    implements Report {
  static final String VERSION = "plumbline_engines_v1";

  public EnginesReport {
    engines = List.copyOf(engines);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    parity = Collections.unmodifiableMap(new LinkedHashMap<>(parity));
    fastest = Collections.unmodifiableMap(new LinkedHashMap<>(fastest));
  }

  /**
   * What engines took in.
   *
   * @param rows of the source
   * @param sizeBytes of its files
   * @param contentHash of its rows
   * @param columns their types by name, in order
   * @param canonicalRows of the canonical tables, by name
   * @param canonicalSeconds what it took to make these; in no engine's time
   * @param reference the engine that made the results which all others are held to
   * @param provenance where the source's files come from
   */
  public record Input(
      long rows,
      long sizeBytes,
      String contentHash,
      Map<String, String> columns,
      Map<String, Long> canonicalRows,
      double canonicalSeconds,
      String reference,
      Provenance provenance) {}
}
