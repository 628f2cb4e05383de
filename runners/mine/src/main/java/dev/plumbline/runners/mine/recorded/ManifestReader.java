package dev.plumbline.runners.mine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of a recording and holds the files against it. */
final class ManifestReader {

  private static final String VERSION = "plumbline_recording_v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path manifest;

  ManifestReader(Path folder) {
    this.folder = folder;
    this.manifest = folder.resolve("manifest.json");
  }

  Recording read() throws RecordingUnreadable {
    JsonNode root = parse();
    String version = root.path("recording_version").asText();
    if (!version.equals(VERSION)) {
      throw unreadable("recording_version is '" + version + "', expected '" + VERSION + "'", null);
    }
    List<RecordedExchange> exchanges = new ArrayList<>();
    for (JsonNode exchange : required(root, "exchanges")) {
      exchanges.add(exchange(exchange));
    }
    Recording recording =
        new Recording(
            folder,
            text(root, "mine"),
            text(root, "query_root"),
            texts(root, "query_views"),
            texts(root, "query_joins"),
            number(root, "rows", Long.MAX_VALUE),
            (int) number(root, "page_size", Integer.MAX_VALUE),
            exchanges);
    checkPages(recording);
    return recording;
  }

  private JsonNode parse() throws RecordingUnreadable {
    if (!Files.isDirectory(folder)) {
      throw new RecordingUnreadable("There is no folder '" + folder + "' to replay", null);
    }
    if (!Files.exists(manifest)) {
      throw new RecordingUnreadable(
          "'"
              + folder
              + "' has no manifest.json: it is no recording, or its export did not end well",
          null);
    }
    try {
      return JSON.readTree(manifest.toFile());
    } catch (IOException e) {
      throw unreadable("it is no JSON document", e);
    }
  }

  private RecordedExchange exchange(JsonNode said) throws RecordingUnreadable {
    String name = text(said, "file");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      throw unreadable("a file is called '" + name + "', expected a plain name", null);
    }
    Path body = folder.resolve("bodies").resolve(name);
    checkDigest(body, text(said, "sha256"));
    Map<String, String> parameters = new LinkedHashMap<>();
    said.path("parameters")
        .properties()
        .forEach(p -> parameters.put(p.getKey(), p.getValue().asText()));
    return new RecordedExchange(
        body,
        text(said, "method"),
        text(said, "path"),
        parameters,
        text(said, "content_type"),
        text(said, "content_encoding"),
        Duration.of(said.path("first_byte_us").asLong(), ChronoUnit.MICROS),
        Duration.of(said.path("elapsed_us").asLong(), ChronoUnit.MICROS));
  }

  private void checkDigest(Path body, String expected) throws RecordingUnreadable {
    try {
      String found = Sha256.of(body);
      if (!found.equals(expected)) {
        throw unreadable(
            "%s has SHA-256 %s, expected %s".formatted(body.getFileName(), found, expected), null);
      }
    } catch (IOException e) {
      throw unreadable(body.getFileName() + " cannot be read", e);
    }
  }

  /** Every page is there, once. */
  private void checkPages(Recording recording) throws RecordingUnreadable {
    long next = 0;
    for (RecordedExchange page : recording.pages()) {
      if (page.start() != next) {
        throw unreadable("the page at offset " + next + " is missing, or there twice", null);
      }
      next += page.rows().orElseThrow();
    }
    if (next != recording.rows()) {
      throw unreadable(
          "its pages have %,d rows, expected %,d".formatted(next, recording.rows()), null);
    }
  }

  private JsonNode required(JsonNode node, String field) throws RecordingUnreadable {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw unreadable("'" + field + "' is missing", null);
    }
    return value;
  }

  private String text(JsonNode node, String field) throws RecordingUnreadable {
    return required(node, field).asText();
  }

  private List<String> texts(JsonNode node, String field) throws RecordingUnreadable {
    List<String> texts = new ArrayList<>();
    required(node, field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private long number(JsonNode node, String field, long most) throws RecordingUnreadable {
    JsonNode value = required(node, field);
    if (!value.isIntegralNumber() || value.asLong() < 1 || value.asLong() > most) {
      throw unreadable("'" + field + "' is " + value + ", expected a number of 1 or more", null);
    }
    return value.asLong();
  }

  private RecordingUnreadable unreadable(String why, @Nullable Exception e) {
    return new RecordingUnreadable(
        "The recording '%s' cannot be used: %s (manifest.json)".formatted(folder, why), e);
  }
}
