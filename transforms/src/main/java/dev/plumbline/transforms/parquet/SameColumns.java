package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.table.TableException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Files of one table have the same columns: engines differ in what they make of others. */
final class SameColumns {
  private SameColumns() {}

  /**
   * Compares a file to the first.
   *
   * @throws TableException if a column is missing, or there is another, or they are in another
   *     order or of other types: names both files and the column
   */
  static void check(SourceFooter first, SourceFooter file) {
    List<String> expected = first.names();
    List<String> names = file.names();
    if (!names.equals(expected)) {
      throw new TableException(
          "%s and %s are no files of one table: %s"
              .formatted(first.file(), file.file(), difference(expected, names)),
          null);
    }
    for (int i = 0; i < names.size(); i++) {
      Type one = first.schema().getType(i);
      Type other = file.schema().getType(i);
      if (!same(one, other)) {
        throw new TableException(
            "%s and %s are no files of one table: column '%s' is %s in the first, and %s"
                .formatted(
                    first.file(),
                    file.file(),
                    names.get(i),
                    WantedColumn.typeName(one),
                    WantedColumn.typeName(other)),
            null);
      }
    }
  }

  private static String difference(List<String> first, List<String> other) {
    Set<String> ofFirst = new HashSet<>(first);
    Set<String> ofOther = new HashSet<>(other);
    for (String name : first) {
      if (!ofOther.contains(name)) {
        return "column '%s' is only in the first".formatted(name);
      }
    }
    for (String name : other) {
      if (!ofFirst.contains(name)) {
        return "column '%s' is only in the second".formatted(name);
      }
    }
    int at = 0;
    while (first.get(at).equals(other.get(at))) {
      at++;
    }
    return "column %d is '%s' in the first, and '%s'"
        .formatted(at + 1, first.get(at), other.get(at));
  }

  /** Writers may differ in whether they say that a number has a sign, and that none is null. */
  private static boolean same(Type one, Type other) {
    if (!one.isPrimitive() || !other.isPrimitive()) {
      return one.equals(other);
    }
    boolean bothRepeated =
        one.isRepetition(Type.Repetition.REPEATED) == other.isRepetition(Type.Repetition.REPEATED);
    return bothRepeated
        && one.asPrimitiveType().getPrimitiveTypeName()
            == other.asPrimitiveType().getPrimitiveTypeName()
        && Objects.equals(logical(one), logical(other));
  }

  private static @Nullable LogicalTypeAnnotation logical(Type type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return logical instanceof IntLogicalTypeAnnotation integer && integer.isSigned()
        ? null
        : logical;
  }
}
