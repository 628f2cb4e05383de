package dev.plumbline.runners.study.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.ResultComparison;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of {@code storage}, as {@code docs/REPORT.md} describes it.
 *
 * @param envelope with {@value #VERSION} and what was asked for
 * @param engines which engines could work, their versions, threads, memory and start
 * @param sizes of every pair, by scenario
 * @param parity every pair's CSV held to its Parquet, by scenario
 * @param exports the reports of the exports, with their stage models, by scenario and name; empty
 *     for a replay
 * @param measurement the measurement: forks, figures, ratios of Parquet to CSV
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StorageReport(
    @JsonUnwrapped Envelope envelope,
    List<EngineReadiness> engines,
    Map<String, Sizes> sizes,
    Map<String, ResultComparison> parity,
    Map<String, JsonNode> exports,
    MeasurementReport measurement)
    implements Report {
  static final String VERSION = "plumbline_storage_v1";

  public StorageReport {
    engines = List.copyOf(engines);
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    parity = Collections.unmodifiableMap(new LinkedHashMap<>(parity));
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
  }

  /**
   * How large a pair's files are.
   *
   * @param rows the rows
   * @param contentHash of these
   * @param csvBytes the CSV's
   * @param parquetBytes the Parquet's
   * @param reductionPct how much smaller the Parquet is, in percent of the CSV
   * @param remarks what was made of the row stream, or written again
   */
  public record Sizes(
      long rows,
      String contentHash,
      long csvBytes,
      long parquetBytes,
      double reductionPct,
      List<String> remarks) {
    static Sizes of(StoragePair pair) {
      long csv = pair.csv().sizeBytes();
      long parquet = pair.parquet().sizeBytes();
      double reduction = Math.round((1 - (double) parquet / csv) * 1e4) / 1e2;
      return new Sizes(pair.rows(), pair.contentHash(), csv, parquet, reduction, pair.remarks());
    }
  }
}
