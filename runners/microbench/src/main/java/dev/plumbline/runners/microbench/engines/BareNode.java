package dev.plumbline.runners.microbench.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.options.Json;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The works over a {@link BenchTable} in a Node process that does nothing else: what Polars' stages
 * are measured by. The frames are those of the worker.
 */
final class BareNode implements Bare {
  private static final String SCRIPT = "bare.mjs";

  private final EngineInput input;
  private final Path directory;
  private final Process node;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  /**
   * Starts it.
   *
   * @param worker the folder that the worker is installed in
   * @param directory where relations go; the script comes to stand beside it
   */
  BareNode(EngineInput input, Path worker, int threads, Path directory) throws IOException {
    this.input = input;
    this.directory = directory;
    Path script = directory.resolveSibling(SCRIPT);
    try (InputStream resource =
        Objects.requireNonNull(BareNode.class.getResourceAsStream(SCRIPT))) {
      Files.write(script, resource.readAllBytes());
    }
    ProcessBuilder builder = new ProcessBuilder("node", script.toString(), worker.toString());
    builder.environment().put("POLARS_MAX_THREADS", String.valueOf(threads));
    builder.environment().put("POLARS_FORCE_NEW_STREAMING", "1");
    builder.environment().put("POLARS_IMPORT_INTERVAL_AS_STRUCT", "1");
    this.node = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.requests = node.outputWriter(StandardCharsets.UTF_8);
    this.answers = node.inputReader(StandardCharsets.UTF_8);
  }

  @Override
  public Findings run(EngineWork work) throws IOException {
    Path file = directory.resolve("bare.parquet");
    requests.write(Json.mapper().writeValueAsString(request(work, file)) + "\n");
    requests.flush();
    JsonNode figures = Json.mapper().readTree(answers.readLine()).get("figures");
    return findings(work, figures, file);
  }

  private ObjectNode request(EngineWork work, Path into) {
    Roles roles = Roles.of(input.schema());
    ObjectNode request = Json.mapper().createObjectNode();
    ArrayNode files = request.putArray("files");
    input.source().files().forEach(file -> files.add(file.path()));
    switch (work) {
      case SCAN -> {
        request.put("work", "scan").put("form", "parquet");
        ArrayNode columns = request.putArray("columns");
        input.schema().columns().forEach(column -> columns.add(column(column)));
      }
      case ANALYTICS -> score(request.put("work", "analytics"), roles);
      case ENGINE_PIPELINE ->
          score(request.put("work", "join").put("into", into.toString()), roles);
      case JOIN_ENGINE -> {
        request.put("work", "canonical_join").put("into", into.toString());
        for (int i = 0; i < CanonicalTables.NAMES.size(); i++) {
          request.put(
              CanonicalTables.NAMES.get(i), CanonicalTables.file(input.canonical(), i).path());
        }
      }
    }
    return request;
  }

  private static void score(ObjectNode request, Roles roles) {
    request.set("key", column(roles.key()));
    request.set("base", column(roles.base()));
    request.set("edge", column(roles.edgeOne()));
    request.put("limit", Score.LIMIT).put("number", Score.NUMBER);
  }

  private static ObjectNode column(Column column) {
    return Json.mapper()
        .createObjectNode()
        .put("name", column.name())
        .put("type", column.type().label());
  }

  private Findings findings(EngineWork work, JsonNode figures, Path file) throws IOException {
    return switch (work) {
      case SCAN -> new Findings(input.source().rows(), scanned(figures), null, List.of());
      case ANALYTICS -> {
        Map<String, BigInteger> all = new TreeMap<>();
        figures.properties().forEach(f -> all.put(f.getKey(), value(f.getValue())));
        yield ScoreFigures.found(input.source().rows(), all, null);
      }
      case ENGINE_PIPELINE, JOIN_ENGINE -> {
        long rows = value(figures.get("rows")).longValueExact();
        WrittenFile written = new WrittenFile(file.toString(), rows, Files.size(file));
        yield new Findings(
            input.source().rows(),
            Map.of("rows", BigInteger.valueOf(rows)),
            null,
            List.of(written));
      }
    };
  }

  private Map<String, BigInteger> scanned(JsonNode figures) {
    Map<String, BigInteger> named = new TreeMap<>();
    for (int i = 0; i < input.schema().width(); i++) {
      Column column = input.schema().column(i);
      named.put(ScanFigures.nonNull(column), value(figures.get(i + ".non_null")));
      if (column.type() == ColumnType.STRING) {
        named.put(ScanFigures.bytes(column), value(figures.get(i + ".bytes")));
      }
    }
    return named;
  }

  private static BigInteger value(@Nullable JsonNode figure) {
    return new BigInteger(Objects.requireNonNull(figure).asText());
  }

  @Override
  public void close() throws IOException {
    requests.close();
    node.destroy();
  }
}
