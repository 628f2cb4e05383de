package dev.plumbline.runners.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mine we know by name and what is exported from it unless told otherwise.
 *
 * @param name what {@code --benchmark-target} takes
 * @param endpoint service root; null for the embedded mine, which has none until it runs
 * @param fallbackEndpoint where to look if the endpoint does not answer; null if nowhere
 * @param workers connections that the mine bears in production
 * @param queryRoot class of the exported objects
 * @param queryViews paths from the root class, in column order, the root class included
 * @param complexViews the columns of the complex query, likewise
 * @param complexJoins its two OUTER joins, as {@code path:OUTER}
 */
public record MineTarget(
    String name,
    @Nullable String endpoint,
    @Nullable String fallbackEndpoint,
    int workers,
    String queryRoot,
    List<String> queryViews,
    List<String> complexViews,
    List<String> complexJoins) {

  public MineTarget {
    queryViews = List.copyOf(queryViews);
    complexViews = List.copyOf(complexViews);
    complexJoins = List.copyOf(complexJoins);
  }

  /** The simple query: attributes of the root class alone, no joins. */
  public QueryKind simple() {
    List<String> attributes =
        queryViews.stream().filter(view -> view.indexOf('.') == view.lastIndexOf('.')).toList();
    return new QueryKind("simple", queryRoot, attributes, List.of());
  }

  /** The complex query: two more classes, joined by OUTER joins. */
  public QueryKind complex() {
    return new QueryKind("complex", queryRoot, complexViews, complexJoins);
  }
}
