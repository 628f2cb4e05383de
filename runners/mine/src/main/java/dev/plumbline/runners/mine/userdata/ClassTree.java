package dev.plumbline.runners.mine.userdata;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sorts columns into the classes that their paths pass through. */
final class ClassTree {

  private final Set<String> classNames;
  private final String className;
  private final String prefix;
  private final Map<String, UserColumn> attributes = new LinkedHashMap<>();
  private final Map<String, ClassTree> references = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();

  private ClassTree(String className, String prefix, Set<String> classNames) {
    this.className = className;
    this.prefix = prefix;
    this.classNames = classNames;
    if (!classNames.add(className)) {
      throw new UserDataRefused("two parts of its columns' names would both be class " + className);
    }
  }

  /**
   * The root class.
   *
   * @throws UserDataRefused if two columns would be one attribute
   */
  static UserClass of(ColumnPaths paths, List<? extends UserColumn> columns) {
    ClassTree root = new ClassTree(paths.className(), "", new HashSet<>());
    for (int i = 0; i < columns.size(); i++) {
      ColumnPath path = paths.paths().get(i);
      root.add(path.references(), path, columns.get(i));
    }
    return root.build();
  }

  private void add(List<String> way, ColumnPath path, UserColumn column) {
    if (way.isEmpty()) {
      claim(path.attribute(), path);
      attributes.put(path.attribute(), column);
      return;
    }
    String name = way.get(0);
    ClassTree next = references.get(name);
    if (next == null) {
      claim(name, path);
      next = refer(name);
      references.put(name, next);
    }
    next.add(way.subList(1, way.size()), path, column);
  }

  /** The class of organism is Organism, that of chromosome.organism ChromosomeOrganism. */
  private ClassTree refer(String reference) {
    String name = prefix + ModelNames.capitalized(reference);
    return new ClassTree(name, name, classNames);
  }

  /** Names that differ in case alone are one to many a reader of our exports. */
  private void claim(String field, ColumnPath path) {
    String other = owners.putIfAbsent(field.toLowerCase(Locale.ROOT), path.column());
    if (other != null) {
      throw new UserDataRefused(
          "columns '%s' and '%s' would both be %s.%s, upper or lower case alike"
              .formatted(other, path.column(), className, field));
    }
  }

  private UserClass build() {
    Map<String, UserClass> targets = new LinkedHashMap<>();
    references.forEach((name, target) -> targets.put(name, target.build()));
    return new UserClass(className, attributes, targets);
  }
}
