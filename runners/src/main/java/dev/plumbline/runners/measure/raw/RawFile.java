package dev.plumbline.runners.measure.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw part: a journal, also one that was cut off; a report that holds one; or the directory
 * of a measurement.
 */
public final class RawFile {
  private static final String OPTION = "--from";
  private static final long MOST_BYTES = 1L << 30;
  private static final Set<String> KINDS =
      Set.of(Header.KIND, ForkRecord.KIND, BlockRecord.KIND, EndRecord.KIND);

  private RawFile() {}

  /**
   * What was read.
   *
   * @param data the raw part
   * @param notice what of the file could not be used; null if all could
   */
  public record Read(RawData data, @Nullable String notice) {}

  /**
   * Reads it.
   *
   * @throws UsageException if it is not there, or holds no raw part; says which line of it is
   *     broken, and how
   */
  public static Read read(Path place) throws IOException {
    Path file = Files.isDirectory(place) ? place.resolve(Journal.FILE) : place;
    if (!Files.isRegularFile(file)) {
      throw UsageException.of(OPTION, file, "a file that is there");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw UsageException.of(OPTION, file, "at most 1 GiB, found " + Files.size(file) + " bytes");
    }
    // a last line may be cut in the middle of a character, which readString would refuse
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.startsWith("{\n") || text.startsWith("{ \n") || text.startsWith("{\r\n")
        ? new Read(fromReport(file, text), null)
        : fromJournal(file, text);
  }

  private static RawData fromReport(Path file, String text) {
    try {
      JsonNode report = Json.mapper().readTree(text);
      JsonNode measured = report.path("measurement"); // of a study's
      JsonNode raw = (measured.isMissingNode() ? report : measured).path("raw");
      if (raw.isMissingNode()) {
        throw UsageException.of(OPTION, file, "a report with a raw part");
      }
      return checked(file, Json.mapper().treeToValue(raw, RawData.class), raw.path("header"));
    } catch (JsonProcessingException e) {
      throw new UsageException(
          OPTION + ": cannot read the raw part of " + file + ": " + e.getOriginalMessage());
    }
  }

  private static Read fromJournal(Path file, String text) {
    List<String> lines = text.lines().toList();
    boolean torn = !text.isEmpty() && !text.endsWith("\n");
    int whole = torn ? lines.size() - 1 : lines.size();
    JsonNode said = JsonNodeFactory.instance.nullNode();
    Header header = null;
    List<ForkRecord> forks = new ArrayList<>();
    List<BlockRecord> blocks = new ArrayList<>();
    EndRecord end = null;
    for (int i = 0; i < whole; i++) {
      try {
        JsonNode line = Json.mapper().readTree(lines.get(i));
        String kind = line.path("kind").asText();
        switch (kind) {
          case Header.KIND -> {
            said = line;
            header = Json.mapper().treeToValue(line, Header.class);
          }
          case ForkRecord.KIND -> forks.add(Json.mapper().treeToValue(line, ForkRecord.class));
          case BlockRecord.KIND -> blocks.add(Json.mapper().treeToValue(line, BlockRecord.class));
          case EndRecord.KIND -> end = Json.mapper().treeToValue(line, EndRecord.class);
          default -> throw broken(file, i, "found kind '" + kind + "', expected one of " + KINDS);
        }
      } catch (JsonProcessingException e) {
        throw broken(file, i, e.getOriginalMessage());
      }
    }
    if (header == null) {
      throw UsageException.of(OPTION, file, "a line that says what was measured");
    }
    String notice =
        torn ? file + ": line " + lines.size() + " is cut off, the fork in it is lost" : null;
    return new Read(checked(file, new RawData(header, forks, blocks, end), said), notice);
  }

  private static RawData checked(Path file, RawData data, JsonNode said) {
    if (data.header() == null || !measures(data.header().arms())) {
      throw UsageException.of(
          OPTION, file, "a raw part with what was measured: two arms or more, or one of works");
    }
    String version = String.valueOf(data.header().envelope().schemaVersion());
    if (!version.equals(Header.VERSION)) {
      throw UsageException.of(OPTION, file, Header.VERSION + ", found " + version);
    }
    JsonNode known = Json.mapper().valueToTree(data.header());
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      if (!known.has(field.getKey()) && !field.getValue().isNull()) { // Jackson does not tell here
        throw UsageException.of(
            OPTION, file, "a header of fields that are known, found '" + field.getKey() + "'");
      }
    }
    return data;
  }

  private static boolean measures(List<ArmRecord> arms) {
    return arms.size() > 1 || (arms.size() == 1 && ArmRecord.WORKS.equals(arms.get(0).kind()));
  }

  private static UsageException broken(Path file, int index, String what) {
    return new UsageException(OPTION + ": " + file + ", line " + (index + 1) + ": " + what);
  }
}
