package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What it cost the local mine to serve the timed part of a run.
 *
 * @param requests HTTP requests
 * @param rowsServed rows sent
 * @param bytesServed body bytes sent
 * @param cpuSeconds CPU time of the mine's threads
 * @param rowsRenderedFirst rows that were rendered for the first time since the mine started
 * @param renderedFirstSeconds CPU time of that
 * @param cpuShare CPU time of the mine by CPU time of the measured JVM
 * @param sourceBound whether that share is above a tenth: then the mine may have been the
 *     bottleneck
 */
public record SourceCost(
    long requests,
    long rowsServed,
    long bytesServed,
    double cpuSeconds,
    long rowsRenderedFirst,
    double renderedFirstSeconds,
    double cpuShare,
    boolean sourceBound) {
  private static final double HIGHEST_SHARE = 0.1;

  /** Of the mine's counters before and after. */
  public static SourceCost between(JsonNode before, JsonNode after, long clientCpuNanos) {
    long cpu = difference(before, after, "cpu_ns");
    double share = clientCpuNanos == 0 ? 0 : (double) cpu / clientCpuNanos;
    return new SourceCost(
        difference(before, after, "requests"),
        difference(before, after, "rows_served"),
        difference(before, after, "bytes_served"),
        cpu / 1e9,
        after.path("first_touch_rows").asLong(),
        after.path("first_touch_ns").asLong() / 1e9,
        Math.round(share * 1e4) / 1e4,
        share > HIGHEST_SHARE);
  }

  private static long difference(JsonNode before, JsonNode after, String field) {
    return after.path(field).asLong() - before.path(field).asLong();
  }
}
