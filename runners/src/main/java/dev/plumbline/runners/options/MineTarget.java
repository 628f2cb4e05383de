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
 */
public record MineTarget(
    String name,
    @Nullable String endpoint,
    @Nullable String fallbackEndpoint,
    int workers,
    String queryRoot,
    List<String> queryViews) {

  public MineTarget {
    queryViews = List.copyOf(queryViews);
  }
}
