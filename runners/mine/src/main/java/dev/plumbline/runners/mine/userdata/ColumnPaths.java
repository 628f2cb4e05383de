package dev.plumbline.runners.mine.userdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model's paths of a file's columns. A column {@code organism.name} is an attribute of a
 * referenced class; where every column begins with the same class, as in {@code
 * Gene.organism.name}, that is the root.
 *
 * @param className the root class
 * @param paths the columns' paths, in their order
 * @param renamed what has another name in the model than in the file, for the user to read
 */
record ColumnPaths(String className, List<ColumnPath> paths, List<String> renamed) {

  ColumnPaths {
    paths = List.copyOf(paths);
    renamed = List.copyOf(renamed);
  }

  static ColumnPaths of(List<String> columns, UserData data) {
    List<List<String>> split = columns.stream().map(ColumnPaths::split).toList();
    Optional<String> common = commonClass(split);
    String className =
        data.className().or(() -> common).orElseGet(() -> ModelNames.className(data.file()));
    List<ColumnPath> paths = new ArrayList<>();
    List<String> renamed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<String> parts = split.get(i);
      List<String> own = parts.subList(common.isPresent() ? 1 : 0, parts.size());
      ColumnPath path = ColumnPath.of(columns.get(i), own);
      paths.add(path);
      if (!path.text().equals(String.join(".", own))) {
        renamed.add("column '%s' is %s.%s".formatted(columns.get(i), className, path.text()));
      }
    }
    return new ColumnPaths(className, paths, renamed);
  }

  private static List<String> split(String column) {
    if (column.isBlank()) {
      throw new UserDataRefused("one of its columns has no name");
    }
    List<String> parts = List.of(column.split("\\.", -1));
    return parts.contains("") ? List.of(column) : parts;
  }

  private static Optional<String> commonClass(List<List<String>> columns) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    String first = columns.get(0).get(0);
    boolean common = columns.stream().allMatch(c -> c.size() > 1 && c.get(0).equals(first));
    return common && ModelNames.isClassName(first) ? Optional.of(first) : Optional.empty();
  }
}
