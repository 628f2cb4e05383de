package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.pipelines.report.Hidden;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The options and command line of a run as its report may show them: of a foreign mine's query only
 * the hash.
 */
final class ShownOptions {
  private static final String QUERY = "--query-";

  private ShownOptions() {}

  static ObjectNode of(WorkflowOptions options, boolean showQuery) {
    ObjectNode shown = Json.mapper().valueToTree(options);
    shown.remove("command");
    if (!showQuery) {
      shown.put("query_root", Hidden.hash(options.query().root()));
      shown.putArray("query_views").add(Hidden.hash(String.join(",", options.query().views())));
      shown.putArray("query_joins").add(Hidden.hash(String.join(",", options.query().joins())));
    }
    return shown;
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
