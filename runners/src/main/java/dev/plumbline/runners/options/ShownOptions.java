package dev.plumbline.runners.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.pipelines.report.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options and command line of a run as files for people may show them: of a foreign mine's
 * query, all that is in {@link QueryChoice}, only the hash.
 */
public final class ShownOptions {
  private static final String QUERY = "--query-";

  private ShownOptions() {}

  /** The options. */
  public static ObjectNode of(WorkflowOptions options) {
    ObjectNode shown = Json.mapper().valueToTree(options);
    shown.set("command", Json.mapper().valueToTree(command(options)));
    if (!options.showsRows()) {
      ObjectNode query = Json.mapper().valueToTree(options.query());
      query.properties().forEach(part -> shown.set(part.getKey(), hidden(part.getValue())));
    }
    return shown;
  }

  /** A list as one hash. */
  private static JsonNode hidden(JsonNode value) {
    if (!value.isArray()) {
      return TextNode.valueOf(Hidden.hash(value.asText()));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.asText()));
    ArrayNode hash = Json.mapper().createArrayNode();
    return hash.add(Hidden.hash(String.join(",", texts)));
  }

  /** The command line. */
  public static List<String> command(WorkflowOptions options) {
    return options.showsRows() ? options.command() : hidden(options.command());
  }

  /** The kinds of query that an export is made of, but for their names. */
  public static ArrayNode kinds(List<QueryKind> kinds, WorkflowOptions options) {
    ArrayNode shown = Json.mapper().valueToTree(kinds);
    if (!options.showsRows()) {
      for (JsonNode kind : shown) {
        for (Map.Entry<String, JsonNode> part : kind.deepCopy().properties()) {
          if (!part.getKey().equals("name")) {
            ((ObjectNode) kind).set(part.getKey(), hidden(part.getValue()));
          }
        }
      }
    }
    return shown;
  }

  /** A command line without what it asks a mine for. */
  public static List<String> hidden(List<String> command) {
    List<String> shown = new ArrayList<>();
    for (String word : command) {
      boolean value = !shown.isEmpty() && isQueryOption(shown.get(shown.size() - 1));
      int equals = word.indexOf('=');
      shown.add(
          value
              ? Hidden.hash(word)
              : word.startsWith(QUERY) && equals > 0
                  ? word.substring(0, equals + 1) + Hidden.hash(word.substring(equals + 1))
                  : word);
    }
    return shown;
  }

  private static boolean isQueryOption(String word) {
    return word.startsWith(QUERY) && word.indexOf('=') < 0;
  }
}
