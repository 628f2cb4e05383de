package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of one comparison of two tables, as {@code docs/schema/parity.schema.json} describes
 * it.
 *
 * @param schemaVersion always {@value #VERSION}
 * @param runId the run
 * @param createdAt when it ended, ISO 8601 in UTC
 * @param command the command line, redacted
 * @param options the options, resolved
 * @param environment the machine and the versions
 * @param comparison what was held against what
 * @param sampleRows the rows of the left table's sample with their values, column to text; null
 *     unless they were asked for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ParityReport(
    String schemaVersion,
    String runId,
    String createdAt,
    List<String> command,
    Object options,
    Object environment,
    ParityRecord comparison,
    @Nullable List<Map<String, @Nullable String>> sampleRows) {
  /** The version of the report. */
  public static final String VERSION = "plumbline_parity_v1";
}
