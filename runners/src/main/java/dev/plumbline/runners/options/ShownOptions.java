package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.pipelines.report.Hidden;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.QueryChoice;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The options and command line of a run as its report may show them: of a foreign mine's query, all
 * that is in {@link QueryChoice}, only the hash.
 */
final class ShownOptions {
  private static final String QUERY = "--query-";

  private ShownOptions() {}

  static ObjectNode of(WorkflowOptions options, boolean showQuery) {
    ObjectNode shown = Json.mapper().valueToTree(options);
    shown.remove("command");
    if (!showQuery) {
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

  static List<String> command(WorkflowOptions options, boolean showQuery) {
    if (showQuery) {
      return options.command();
    }
    List<String> shown = new ArrayList<>();
    for (String word : options.command()) {
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
