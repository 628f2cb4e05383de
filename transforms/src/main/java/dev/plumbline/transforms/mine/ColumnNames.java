package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What columns are called whose names are paths: a path without its root class, dots to underscores
 * ({@code Gene.organism.name} is {@code organism_name}), or the whole path where two would clash.
 *
 * @param paths what they were called
 * @param columns what they are called, in the same order
 */
public record ColumnNames(List<String> paths, List<String> columns) implements Serializable {
  /** Copies both and rejects lists that do not pair. */
  public ColumnNames {
    paths = List.copyOf(paths);
    columns = List.copyOf(columns);
    if (paths.size() != columns.size()) {
      throw new IllegalArgumentException(
          "There are %d paths and %d columns".formatted(paths.size(), columns.size()));
    }
  }

  /** Names the columns, if all names are paths from one root; else they stay as they are. */
  public static ColumnNames of(List<String> names) {
    if (names.isEmpty() || !haveOneRoot(names)) {
      return unchanged(names);
    }
    Map<String, Integer> uses = new HashMap<>();
    names.forEach(path -> uses.merge(shortened(path), 1, Integer::sum));
    List<String> columns = new ArrayList<>();
    for (String path : names) {
      columns.add(uses.getOrDefault(shortened(path), 0) > 1 ? path : shortened(path));
    }
    return new ColumnNames(names, columns);
  }

  /** Columns that are called as they were. */
  public static ColumnNames unchanged(List<String> names) {
    return new ColumnNames(names, names);
  }

  /** Those that are not called as they were: what by what they were called, in their order. */
  public Map<String, String> renamed() {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      if (!paths.get(i).equals(columns.get(i))) {
        renamed.put(paths.get(i), columns.get(i));
      }
    }
    return renamed;
  }

  private static boolean haveOneRoot(List<String> names) {
    String first = names.get(0);
    String root = first.substring(0, first.indexOf('.') + 1);
    return root.length() > 1 && names.stream().allMatch(name -> isPath(name, root));
  }

  private static boolean isPath(String name, String root) {
    return name.startsWith(root) && name.length() > root.length();
  }

  private static String shortened(String path) {
    return path.substring(path.indexOf('.') + 1).replace('.', '_');
  }
}
