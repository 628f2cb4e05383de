package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/** Finds objects by what people call them. */
final class Lookup {

  private static final List<String> OBJECT_NAMES =
      List.of("primaryIdentifier", "secondaryIdentifier", "symbol", "name");
  private static final List<String> ORGANISM_NAMES = List.of("name", "shortName", "taxonId");

  private Lookup() {}

  /**
   * Whether an object has one of some names; case is ignored.
   *
   * @param names separated by commas
   * @param organism name, short name or taxon id of the organism of objects that have one; may be
   *     empty
   * @throws QueryRefused if objects of that class have no names
   */
  static LongPredicate of(Table table, MineTables tables, String names, String organism) {
    ColumnValues[] cells = cells(table, OBJECT_NAMES);
    if (cells.length == 0) {
      throw QueryRefused.invalidQuery(
          List.of("LOOKUP does not apply to class " + table.className() + ", which has no names"));
    }
    String[] wanted = Arrays.stream(names.split(",")).map(String::strip).toArray(String[]::new);
    LongPredicate named = row -> hasOne(cells, row, wanted);
    boolean everywhere = organism.isBlank();
    return table.links().get("organism") instanceof ToOne link && !everywhere
        ? named.and(ofOrganism(link, tables, organism.strip()))
        : named;
  }

  private static LongPredicate ofOrganism(ToOne link, MineTables tables, String organism) {
    ColumnValues[] cells = cells(tables.of(link.target()).orElseThrow(), ORGANISM_NAMES);
    return row -> {
      long there = link.row().applyAsLong(row);
      return there >= 0 && hasOne(cells, there, organism);
    };
  }

  private static ColumnValues[] cells(Table table, List<String> names) {
    return names.stream()
        .filter(table.cells()::containsKey)
        .map(table::cell)
        .toArray(ColumnValues[]::new);
  }

  private static boolean hasOne(ColumnValues[] cells, long row, String... wanted) {
    for (ColumnValues cell : cells) {
      Object value = cell.at(row);
      if (value != null && isOne(value.toString(), wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(String name, String... wanted) {
    for (String one : wanted) {
      if (one.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
