package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.util.Locale;

/**
 * How a query goes along a reference or collection.
 *
 * @param path the path that is joined, such as {@code Gene.organism}
 * @param style what happens to rows that have nothing there
 */
public record Join(String path, Style style) implements Serializable {
  /** What happens to rows that have nothing at the end of a join. */
  public enum Style {
    /** Such a row is left out. */
    INNER,
    /** Such a row stays, with null in every cell of the branch. */
    OUTER
  }

  /**
   * Reads {@code PATH} (outer) or {@code PATH:STYLE}.
   *
   * @throws IllegalArgumentException if the path is no path, or the style neither INNER nor OUTER
   */
  public static Join parse(String given) {
    int colon = given.indexOf(':');
    String path = colon < 0 ? given : given.substring(0, colon);
    String style = colon < 0 ? "OUTER" : given.substring(colon + 1).toUpperCase(Locale.ROOT);
    if (!path.contains(".") || !(style.equals("OUTER") || style.equals("INNER"))) {
      throw new IllegalArgumentException(
          "Join '"
              + given
              + "'; expected Class.reference, Class.reference:OUTER or Class.reference:INNER");
    }
    return new Join(path, Style.valueOf(style));
  }
}
