package dev.plumbline.parity.compare;

import dev.plumbline.parity.ColumnDigest;
import dev.plumbline.parity.TableDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * In what the columns of two tables differ.
 *
 * @param content names of columns that stand on both sides with other content
 * @param types names of columns that stand on both sides with another type
 * @param onlyLeft names of columns that the right table lacks
 * @param onlyRight names of columns that the left table lacks
 * @param reordered whether both tables have the same names in another order
 */
public record ColumnDifferences(
    List<String> content,
    List<String> types,
    List<String> onlyLeft,
    List<String> onlyRight,
    boolean reordered) {
  /** Copies the lists. */
  public ColumnDifferences {
    content = List.copyOf(content);
    types = List.copyOf(types);
    onlyLeft = List.copyOf(onlyLeft);
    onlyRight = List.copyOf(onlyRight);
  }

  static ColumnDifferences of(TableDigest left, TableDigest right) {
    List<String> l = left.schema().names();
    List<String> r = right.schema().names();
    Map<String, ColumnDigest> others =
        right.columns().stream().collect(Collectors.toMap(c -> c.column().name(), c -> c));
    List<String> content = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (ColumnDigest column : left.columns()) {
      ColumnDigest other = others.get(column.column().name());
      if (other == null) {
        continue;
      }
      if (other.column().type() != column.column().type()) {
        types.add(column.column().name());
      } else if (!other.equals(column)) {
        content.add(column.column().name());
      }
    }
    List<String> onlyLeft = l.stream().filter(name -> !r.contains(name)).toList();
    List<String> onlyRight = r.stream().filter(name -> !l.contains(name)).toList();
    boolean reordered = onlyLeft.isEmpty() && onlyRight.isEmpty() && !l.equals(r);
    return new ColumnDifferences(content, types, onlyLeft, onlyRight, reordered);
  }

  /** The names of all columns that differ in content or type, or stand on one side only. */
  public List<String> names() {
    List<String> names = new ArrayList<>(content);
    names.addAll(types);
    names.addAll(onlyLeft);
    names.addAll(onlyRight);
    return names;
  }

  /** In a few words, for a person. */
  public String summary() {
    return summary(name -> name);
  }

  String summary(UnaryOperator<String> shown) {
    List<String> parts = new ArrayList<>();
    add(parts, "differing columns: ", content, shown);
    add(parts, "columns of another type: ", types, shown);
    add(parts, "columns on the left only: ", onlyLeft, shown);
    add(parts, "columns on the right only: ", onlyRight, shown);
    if (reordered) {
      parts.add("the same columns stand in another order");
    }
    return parts.isEmpty() ? "differing columns: none by itself" : String.join("; ", parts);
  }

  private static void add(
      List<String> parts, String what, List<String> names, UnaryOperator<String> shown) {
    if (!names.isEmpty()) {
      parts.add(what + names.stream().map(shown).collect(Collectors.joining(", ")));
    }
  }
}
