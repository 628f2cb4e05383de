package dev.plumbline.runners.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What studies of works over files have in common. */
public interface StudyOptions {
  /** What is exported for them to work on, and how everything runs. */
  WorkflowOptions export();

  /** The engines' names, each once. */
  List<String> engines();

  /** Whether they were asked for by name: then none may be missing. */
  boolean named();

  /** The artifacts to take instead of an export; null for an export. */
  @Nullable ReplayPaths replay();

  /** The most rows that are exported at once. */
  long mostRows();

  /** The same against the service root that turned out to serve it. */
  StudyOptions withServiceRoot(String url);
}
