package dev.plumbline.pipelines.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says beside the run itself.
 *
 * @param envelope what it begins with
 * @param ledger costs beside the cell's time, in seconds, by name
 * @param source what the mine itself says of what it served, or null
 * @param telemetry the machine before and after
 * @param showQuery whether the query may be shown
 * @param showSample whether the report holds the values of the sample
 * @param rssMethod how peak memory was measured
 */
public record ReportContext(
    Envelope envelope,
    Map<String, Double> ledger,
    @Nullable SourceCost source,
    Telemetry.Both telemetry,
    boolean showQuery,
    boolean showSample,
    String rssMethod) {}
