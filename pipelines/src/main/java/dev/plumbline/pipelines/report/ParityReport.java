package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of one comparison of two tables, as {@code docs/schema/parity.schema.json} describes
 * it.
 *
 * @param envelope with {@value #VERSION}
 * @param comparison what was held against what
 * @param sampleRows the rows of the left table's sample with their values, column to text; null
 *     unless they were asked for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ParityReport(
    @JsonUnwrapped Envelope envelope,
    ParityRecord comparison,
    @Nullable List<Map<String, @Nullable String>> sampleRows)
    implements Report {
  /** The version of the report. */
  public static final String VERSION = "plumbline_parity_v1";
}
