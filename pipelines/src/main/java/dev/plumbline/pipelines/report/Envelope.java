package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every report begins with. Options and environment are kept as they were written: a report
 * may be of another build, which knows others.
 *
 * @param schemaVersion the form of the report
 * @param runId the run: the name of its directory
 * @param createdAt when the run ended; of a measurement, when it began; ISO 8601 in UTC
 * @param command the command line, redacted
 * @param options the options, resolved; null, and not written, where every arm has its own
 * @param environment the machine and the versions
 */
public record Envelope(
    String schemaVersion,
    String runId,
    String createdAt,
    List<String> command,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode options,
    JsonNode environment) {
  public Envelope {
    command = List.copyOf(command);
  }

  /** The same for a report of another form on the same run. */
  public Envelope around(String otherVersion, @Nullable JsonNode otherOptions) {
    return new Envelope(otherVersion, runId, createdAt, command, otherOptions, environment);
  }
}
