package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.parity.Sha256;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest complete run of the other workflow on the same input, ETL for ELT and ELT for ETL: its
 * relation must be the same.
 *
 * @param runId the run
 * @param files its relation, in its order
 */
record OtherWorkflow(String runId, List<WrittenFile> files) {
  private static final Logger log = LoggerFactory.getLogger(OtherWorkflow.class);
  private static final int MOST_RUNS = 100;

  /**
   * Finds it.
   *
   * @param results the folder of runs; one that is none holds none
   * @param workflow the other workflow
   * @param contentHash of the rows that came in
   */
  static Optional<OtherWorkflow> find(Path results, Workflow workflow, String contentHash)
      throws IOException {
    if (!Files.isDirectory(results)) {
      return Optional.empty();
    }
    List<Path> runs;
    try (Stream<Path> all = Files.list(results)) {
      runs =
          all.filter(run -> !run.getFileName().toString().startsWith("."))
              .filter(run -> Files.exists(run.resolve(RunDirectory.REPORT)))
              .sorted(Comparator.reverseOrder())
              .limit(MOST_RUNS)
              .toList();
    }
    for (Path run : runs) {
      Optional<OtherWorkflow> found = in(run, workflow, contentHash);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<OtherWorkflow> in(Path run, Workflow workflow, String contentHash) {
    try {
      JsonNode report = Json.mapper().readTree(run.resolve(RunDirectory.REPORT).toFile());
      JsonNode cell = report.path("cell");
      boolean same =
          cell.path("scenario").asText().equals(workflow.label())
              && cell.path("status").asText().equals("valid")
              && cell.at("/evidence/input/content_hash").asText().equals(contentHash);
      if (same && !report.path("schema_version").asText().equals(RunReport.VERSION)) {
        log.info("{} is compared with nothing: it is of an earlier build's pipeline", run);
        return Optional.empty();
      }
      List<WrittenFile> files = same ? relation(run, report.path("artifacts")) : List.of();
      return files.isEmpty()
          ? Optional.empty()
          : Optional.of(new OtherWorkflow(run.getFileName().toString(), files));
    } catch (IOException e) {
      log.warn("{} is compared with nothing: it cannot be read: {}", run, e.getMessage());
      return Optional.empty();
    }
  }

  /** Its files, or none if they are not all there any more, as the run left them. */
  private static List<WrittenFile> relation(Path run, JsonNode artifacts) throws IOException {
    JsonNode manifest = Json.mapper().readTree(run.resolve(RunDirectory.MANIFEST).toFile());
    List<WrittenFile> files = new ArrayList<>();
    for (JsonNode artifact : artifacts) {
      String path = artifact.path("path").asText();
      Path file = run.resolve(path);
      if (file.getFileName().toString().startsWith(ResultFiles.RELATION)) {
        if (!Files.exists(file)) {
          return List.of();
        }
        // what has been damaged since speaks against that run, and not against this one
        if (!Sha256.of(file).equals(digest(manifest, path))) {
          throw new IOException(path + " is not what its manifest says");
        }
        files.add(
            new WrittenFile(
                file.toString(),
                artifact.path("rows").asLong(),
                artifact.path("size_bytes").asLong()));
      }
    }
    return files;
  }

  private static String digest(JsonNode manifest, String path) {
    for (JsonNode file : manifest.path("files")) {
      if (file.path("path").asText().equals(path)) {
        return file.path("sha256").asText();
      }
    }
    return "";
  }
}
