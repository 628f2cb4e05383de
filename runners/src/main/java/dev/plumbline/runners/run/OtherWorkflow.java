package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Artifact;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.results.CompleteRuns;
import dev.plumbline.runners.results.ReportFile;
import dev.plumbline.runners.results.RunManifest;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * Finds it; of builds whose reports have another form there is none.
   *
   * @param results the folder of runs; one that is none holds none
   * @param workflow the other workflow
   * @param contentHash of the rows that came in
   */
  static Optional<OtherWorkflow> find(Path results, Workflow workflow, String contentHash)
      throws IOException {
    for (Path run : CompleteRuns.newest(results)) {
      Optional<OtherWorkflow> found = in(run, workflow, contentHash);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<OtherWorkflow> in(Path run, Workflow workflow, String contentHash) {
    try {
      Optional<RunReport> report =
          ReportFile.read(
              run,
              RunReport.class,
              RunReport.VERSION,
              tree -> same(tree.path("cell"), workflow, contentHash));
      List<WrittenFile> files =
          report.isPresent() ? relation(run, report.get().artifacts()) : List.of();
      return files.isEmpty()
          ? Optional.empty()
          : Optional.of(new OtherWorkflow(run.getFileName().toString(), files));
    } catch (IOException e) {
      log.warn("{} is compared with nothing: it cannot be read: {}", run, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean same(JsonNode cell, Workflow workflow, String contentHash) {
    return cell.path("scenario").asText().equals(workflow.label())
        && cell.path("status").asText().equals(CellStatus.VALID.label())
        && cell.at("/evidence/input/content_hash").asText().equals(contentHash);
  }

  /** Its files, or none if they are not all there any more, as the run left them. */
  private static List<WrittenFile> relation(Path run, List<Artifact> artifacts) throws IOException {
    RunManifest manifest = RunManifest.read(run);
    List<WrittenFile> files = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      Path file = run.resolve(artifact.path());
      if (file.getFileName().toString().startsWith(ResultFiles.RELATION)) {
        if (!Files.exists(file)) {
          return List.of();
        }
        // what has been damaged since speaks against that run, and not against this one
        if (!manifest.holds(artifact.path(), file)) {
          throw new IOException(artifact.path() + " is not what its manifest says");
        }
        files.add(artifact.in(run));
      }
    }
    return files;
  }
}
