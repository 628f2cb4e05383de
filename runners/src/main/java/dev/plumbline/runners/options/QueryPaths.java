package dev.plumbline.runners.options;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Spells views and joins as full paths from the root class; the model is asked later. */
public final class QueryPaths {
  private static final Pattern PATH =
      Pattern.compile("\\w+(\\.\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);

  private QueryPaths() {}

  /** The class name as given. */
  public static String root(String root) {
    if (!root.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw UsageException.of("--query-root", root, "the name of a class, such as Gene");
    }
    return root;
  }

  /** Views with the root class in front, in the order given; the root may be left out. */
  public static List<String> views(String root, List<String> views) {
    Set<String> paths = new LinkedHashSet<>();
    for (String view : views) {
      if (!paths.add(path("--query-views", root, view.strip()))) {
        throw UsageException.of("--query-views", view, "each path once");
      }
    }
    return List.copyOf(paths);
  }

  /** Joins as {@code path:OUTER} or {@code path:INNER}; OUTER if not said. */
  public static List<String> joins(String root, List<String> joins) {
    return joins.stream().map(join -> join(root, join.strip())).toList();
  }

  private static String join(String root, String join) {
    int colon = join.indexOf(':');
    String style = colon < 0 ? "OUTER" : join.substring(colon + 1).toUpperCase(Locale.ROOT);
    if (!style.equals("OUTER") && !style.equals("INNER")) {
      throw UsageException.of("--query-joins", join, "path, path:OUTER or path:INNER");
    }
    return path("--query-joins", root, colon < 0 ? join : join.substring(0, colon)) + ":" + style;
  }

  private static String path(String option, String root, String path) {
    if (!PATH.matcher(path).matches() || path.equals(root)) {
      throw UsageException.of(option, path, "a path such as " + root + ".organism.name");
    }
    return path.startsWith(root + ".") ? path : root + "." + path;
  }
}
