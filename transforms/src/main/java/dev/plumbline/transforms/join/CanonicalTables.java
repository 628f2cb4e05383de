package dev.plumbline.transforms.join;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The three tables that join engines join: {@code base} with columns {@code key, base}, {@code
 * edge_one} with {@code key, edge_one} and {@code edge_two} with {@code key, edge_two}. Each has
 * one row for every key of the source, the null key among them, with the smallest value that is not
 * null (text by UTF-8 bytes; null if there is none), sorted by key, null last. So they are the same
 * whatever the order, the files and the workers that the source was written by.
 *
 * <p>They are joined in full, base with edge one by key, and that by the one key or the other with
 * edge two: columns {@code key, base, edge_one, edge_two}. Null keys never join, so the null row of
 * each table stays a row of its own: first the base's, then edge one's, then edge two's, behind all
 * rows with a key.
 *
 * <p>A source without rows has no canonical tables, and three tables without rows are not joined:
 * both fail, and write nothing.
 */
public final class CanonicalTables {
  /** The tables' names, which are also those of their second columns. */
  public static final List<String> NAMES = List.of("base", "edge_one", "edge_two");

  /** The column that they are joined by. */
  public static final String KEY = "key";

  /** The columns of the joined relation, in order. */
  public static final List<String> JOINED = List.of(KEY, "base", "edge_one", "edge_two");

  private CanonicalTables() {}

  /** The columns of one of the tables. */
  public static TableSchema schema(Roles roles, int table) {
    return new TableSchema(List.of(key(roles), value(roles, table)));
  }

  /** The columns of the joined relation. */
  public static TableSchema joined(Roles roles) {
    return new TableSchema(List.of(key(roles), value(roles, 0), value(roles, 1), value(roles, 2)));
  }

  /** The source's column that a table holds the least values of. */
  public static Column source(Roles roles, int table) {
    return List.of(roles.base(), roles.edgeOne(), roles.edgeTwo()).get(table);
  }

  /**
   * The three tables, in what a runner hands to a join.
   *
   * @throws IllegalArgumentException if these are not the canonical tables
   */
  public static List<WrittenTable> tables(WrittenTable tables) {
    return IntStream.range(0, NAMES.size())
        .mapToObj(i -> new WrittenTable(List.of(file(tables, i))))
        .toList();
  }

  /** The columns of each of the tables. */
  public static List<List<Column>> columns(Roles roles) {
    return IntStream.range(0, NAMES.size()).mapToObj(i -> schema(roles, i).columns()).toList();
  }

  /**
   * The file of one of the tables.
   *
   * @throws IllegalArgumentException if these are not the canonical tables
   */
  public static WrittenFile file(WrittenTable tables, int table) {
    String name = NAMES.get(table) + ".parquet";
    return tables.files().stream()
        .filter(file -> file.path().endsWith("/" + name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A join takes the canonical tables; there is no %s among %d files"
                        .formatted(name, tables.files().size())));
  }

  private static Column key(Roles roles) {
    return new Column(KEY, roles.key().type());
  }

  private static Column value(Roles roles, int table) {
    return new Column(NAMES.get(table), source(roles, table).type());
  }
}
