package dev.plumbline.runners.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What studies of works over files have in common. */
public interface StudyOptions extends Showable {
  /** What is exported for them to work on, and how everything runs. */
  WorkflowOptions export();

  /** The engines' names, each once. */
  List<String> engines();

  /** Whether they were asked for by name: then none may be missing. */
  boolean named();

  /** The kinds of query that are exported, if a study tells them apart. */
  default List<QueryKind> kinds() {
    return List.of();
  }

  /** The artifacts to take instead of an export; null for an export. */
  @Nullable ReplayPaths replay();

  /** The most rows that are exported at once. */
  long mostRows();

  @Override
  default JsonNode shown() {
    ObjectNode shown = Json.mapper().valueToTree(this);
    shown.set("export", export().shown());
    if (!kinds().isEmpty()) {
      shown.set("kinds", ShownOptions.kinds(kinds(), export()));
    }
    return shown;
  }

  /** The same against the service root that turned out to serve it. */
  StudyOptions withServiceRoot(String url);
}
