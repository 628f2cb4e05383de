package dev.plumbline.pipelines.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says beside the run itself.
 *
 * @param runId the run
 * @param command the command line, redacted
 * @param options the options, resolved
 * @param environment the machine and the versions
 * @param ledger costs beside the cell's time, in seconds, by name
 * @param source what the mine itself says of what it served, or null
 * @param telemetry the machine before and after
 * @param showQuery whether the query may be shown
 * @param showSample whether the report holds the values of the sample
 * @param rssMethod how peak memory was measured
 */
public record ReportContext(
    String runId,
    List<String> command,
    Object options,
    Object environment,
    Map<String, Double> ledger,
    @Nullable Object source,
    Map<String, Object> telemetry,
    boolean showQuery,
    boolean showSample,
    String rssMethod) {}
