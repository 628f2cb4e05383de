package dev.plumbline.runners.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** The report in a run's directory. */
public final class ReportFile {
  private ReportFile() {}

  /** Writes it. */
  public static void write(Path directory, Report report) throws IOException {
    Files.writeString(in(directory), Json.pretty(report));
  }

  /**
   * Reads it back as it was. What this build does not know, since another one wrote it, is passed
   * over.
   *
   * @param version of its form
   * @param wanted looks at it before all of it is understood
   * @return absent if there is none, one of another form, or one that is not wanted
   * @throws IOException if it cannot be read
   */
  public static <R extends Report> Optional<R> read(
      Path directory, Class<R> form, String version, Predicate<JsonNode> wanted)
      throws IOException {
    if (!Files.exists(in(directory))) {
      return Optional.empty();
    }
    JsonNode tree = Json.mapper().readTree(in(directory).toFile());
    return tree.path("schema_version").asText().equals(version) && wanted.test(tree)
        ? Optional.of(Json.passingOver().treeToValue(tree, form))
        : Optional.empty();
  }

  private static Path in(Path directory) {
    return directory.resolve(RunDirectory.REPORT);
  }
}
