package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One stage in {@code benchmark_stage_model_v1}, with exactly its keys; null where a field does not
 * apply, was not measured, or may not be shown.
 *
 * @param enabled whether the stage is part of the pipeline
 * @param elapsedSeconds the time in which it was active on some thread
 * @param cpuSeconds CPU time of its threads, or of the process for an engine with threads of its
 *     own
 * @param peakRssBytes peak resident memory, for stages that run alone
 * @param rowsFetched rows that it gave out; for a stage on the written table, rows that it read
 * @param retries requests that failed before one succeeded
 * @param bytesIn decoded payload bytes in
 * @param bytesOut decoded payload bytes out
 * @param parquetBytes size of the Parquet files it wrote
 * @param resultHash hash of its result
 * @param allocationsBytes heap bytes allocated by its threads
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StageRecord(
    boolean enabled,
    @Nullable Double elapsedSeconds,
    @Nullable Double cpuSeconds,
    @Nullable Long peakRssBytes,
    @Nullable Long rowsFetched,
    @Nullable Long retries,
    @Nullable Long bytesIn,
    @Nullable Long bytesOut,
    @Nullable Long parquetBytes,
    @Nullable String resultHash,
    @Nullable Long allocationsBytes) {
  /** A stage that is not part of the pipeline. */
  public static StageRecord disabled() {
    return new StageRecord(false, null, null, null, null, null, null, null, null, null, null);
  }

  /** The same without what may not be shown of a run that is not valid: its times. */
  public StageRecord withoutTimes() {
    return new StageRecord(
        enabled,
        null,
        null,
        peakRssBytes,
        rowsFetched,
        retries,
        bytesIn,
        bytesOut,
        parquetBytes,
        resultHash,
        allocationsBytes);
  }
}
