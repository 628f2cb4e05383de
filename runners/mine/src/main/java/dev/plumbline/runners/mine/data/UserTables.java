package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.userdata.UserClass;
import dev.plumbline.runners.mine.userdata.UserTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** The classes of a user's file as tables: ids from 1 by row, then those of the next class. */
public final class UserTables {

  private final long rows;
  private final List<Table> tables = new ArrayList<>();
  private long nextId = 1;

  private UserTables(long rows) {
    this.rows = rows;
  }

  /**
   * One table for each class.
   *
   * @throws IllegalArgumentException if there are more objects than ids, which have 32 bits
   */
  public static List<Table> of(UserTable data) {
    UserTables tables = new UserTables(data.rows());
    tables.add(data.root());
    return tables.tables;
  }

  private void add(UserClass type) {
    long firstId = nextId;
    nextId += rows;
    if (nextId > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "class %s of %d objects would need ids beyond %d"
              .formatted(type.name(), rows, Integer.MAX_VALUE));
    }
    Map<String, ColumnValues> cells = new HashMap<>();
    type.attributes().forEach((name, column) -> cells.put(name, column::at));
    Map<String, Link> links = new HashMap<>();
    type.references().forEach((name, target) -> links.put(name, toOwnRow(target)));
    tables.add(new Table(type.name(), rows, (int) firstId, cells, links));
    type.references().values().forEach(this::add);
  }

  private static Link toOwnRow(UserClass target) {
    return new Link.ToOne(target.name(), LongUnaryOperator.identity(), true);
  }
}
