package dev.plumbline.runners.study.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Artifact;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the directory of a proven export, in {@value #FILE}; the digests of its files are in
 * the run's manifest.
 *
 * @param schemaVersion always {@value #VERSION}
 * @param identity what it is found by
 * @param exportedAt when, ISO 8601 in UTC
 * @param firstRun the run that has exported it; null if that is the run in which this lies
 * @param contentHash of its rows, whatever their order
 * @param files its table, relative to the directory
 */
record ExportRecord(
    String schemaVersion,
    ExportIdentity identity,
    String exportedAt,
    @Nullable String firstRun,
    String contentHash,
    List<Artifact> files) {
  static final String FILE = "export.json";
  static final String VERSION = "plumbline_export_v2";

  ExportRecord {
    files = List.copyOf(files);
  }

  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), Json.pretty(this));
  }

  /** Reads it; absent if another build wrote it in another form. */
  static Optional<ExportRecord> read(Path file) throws IOException {
    JsonNode tree = Json.mapper().readTree(file.toFile());
    return tree.path("schema_version").asText().equals(VERSION)
        ? Optional.of(Json.mapper().treeToValue(tree, ExportRecord.class))
        : Optional.empty();
  }
}
