package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@code storage} run over the local mine that all tests share. What it has left is copied
 * before it is changed.
 *
 * @param directory of its own
 * @param process how it ended
 * @param report what it reported
 */
record OnlineRun(Path directory, PlumblineRun process, JsonNode report) implements AutoCloseable {

  private static OnlineRun started() {
    try {
      Path directory = Files.createTempDirectory("storage-online-");
      Path json = directory.resolve("storage.json");
      PlumblineRun process =
          StorageProcess.run(
              directory,
              "storage",
              List.of(
                  "--runner=floor",
                  "--baseline-rows=" + StorageProcess.COMPARE,
                  "--json-out=" + json));
      assertEquals(0, process.exit(), process::err);
      return new OnlineRun(directory, process, Json.mapper().readTree(json.toFile()));
    } catch (Exception e) {
      throw new AssertionError("the run that all tests share could not be done", e);
    }
  }

  /** The artifacts of the export into Parquet of a pair, with its manifest. */
  Path artifacts(String pair) throws Exception {
    Path report = Path.of(process.lastLine().get("report").asText());
    return report.resolveSibling("prepared").resolve(pair).resolve("parallel/artifacts");
  }

  /** The CSV of a pair that was exported in turn. */
  Path oldCsv(String pair) throws Exception {
    return artifacts(pair).resolve("../../old/artifacts/csv").normalize();
  }

  /** Where the row streams are. */
  Path rowStreams() {
    return process.folder().resolve("row-streams");
  }

  /** Digest of a pair's rows. */
  String contentHash(String pair) {
    return report.at("/sizes/" + pair + "/content_hash").asText();
  }

  @Override
  public void close() throws IOException {
    FileTree.delete(directory);
  }

  /** Gives it to tests; it is run when the first asks for it. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(OnlineRun.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(OnlineRun.class))
          .computeIfAbsent(OnlineRun.class, key -> started(), OnlineRun.class);
    }
  }
}
