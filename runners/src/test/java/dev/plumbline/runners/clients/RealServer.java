package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The classes of the real server in a process of their own, with a model and without a database.
 */
final class RealServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Program judge;
  private final Path scratch;
  private final String model;
  private final String schema;

  /**
   * A server with a mine's model.
   *
   * @param scratch an existing folder for what is said
   */
  RealServer(String modelXml, Path scratch) throws IOException {
    Path server = Installed.folder("server");
    Path webapp = server.resolve("webapp");
    Path inf = webapp.resolve("WEB-INF");
    List<String> classPath =
        List.of(
            server.resolve("lib") + "/*", inf.resolve("lib") + "/*", "" + inf.resolve("classes"));
    judge =
        new Program(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                Installed.source("server").resolve("Judge.java").toString()),
            Map.of(),
            scratch);
    this.scratch = scratch;
    model = Files.writeString(scratch.resolve("model.xml"), modelXml).toString();
    schema = webapp.resolve("webservice").resolve("query.xsd").toString();
  }

  /** Whether it takes each of these queries: an answer a query, in order. */
  List<JsonNode> verdicts(List<String> queries) throws IOException, InterruptedException {
    List<Map<String, Object>> questions = new ArrayList<>();
    queries.forEach(query -> questions.add(Map.of("query", query)));
    return answers(questions);
  }

  /** The answer to each question that {@code Judge} knows, in order. */
  List<JsonNode> answers(List<Map<String, Object>> questions)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> question : questions) {
      lines.add(JSON.writeValueAsString(question));
    }
    Path in = Files.write(scratch.resolve("questions.jsonl"), lines);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(judge.run(in, model, schema))) {
      answers.add(JSON.readTree(line));
    }
    assertEquals(questions.size(), answers.size());
    return answers;
  }
}
