package dev.plumbline.runners.options;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What is asked of the mine.
 *
 * @param root class of the exported objects
 * @param views paths from the root class, in column order; at least one
 * @param joins {@code path:OUTER} or {@code path:INNER}
 */
public record QueryChoice(
    @JsonProperty("query_root") String root,
    @JsonProperty("query_views") List<String> views,
    @JsonProperty("query_joins") List<String> joins) {
  /** Copies the lists. */
  public QueryChoice {
    views = List.copyOf(views);
    joins = List.copyOf(joins);
    if (views.isEmpty()) {
      throw new UsageException("--query-views: found none, expected at least one path");
    }
  }
}
