package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose footers were read before an engine reads the rest: what is wrong with it is said in
 * the same words whatever engine works on it, and nothing is done by halves.
 *
 * @param table its files, all of the same columns in the same order
 * @param names the names of all columns, in that order
 */
public record CheckedTable(WrittenTable table, List<String> names) {
  /** Copies the names. */
  public CheckedTable {
    names = List.copyOf(names);
  }

  /**
   * Reads the footers of all files.
   *
   * @param doing what the table is wanted for, for errors
   * @param wanted the columns that will be read
   * @throws TableException if a file is no whole Parquet file, lacks a wanted column, has it in
   *     another type or nested, or has other columns than the first file; or if there is no row
   */
  public static CheckedTable of(String doing, WrittenTable table, List<Column> wanted) {
    return all(doing, List.of(table), List.of(wanted)).get(0);
  }

  /**
   * Reads the footers of all files of some tables.
   *
   * @param wanted the columns that will be read, of each table
   * @throws TableException as for one table; but only if there is no row in any of them
   */
  public static List<CheckedTable> all(
      String doing, List<WrittenTable> tables, List<List<Column>> wanted) {
    List<CheckedTable> checked = new ArrayList<>();
    long rows = 0;
    try {
      for (int i = 0; i < tables.size(); i++) {
        List<SourceFooter> footers = footers(tables.get(i), wanted.get(i));
        checked.add(new CheckedTable(tables.get(i), footers.get(0).names()));
        rows += footers.stream().mapToLong(SourceFooter::rows).sum();
      }
    } catch (TableException e) {
      throw new TableException(doing + ": " + e.getMessage(), e);
    }
    rejectEmpty(doing, rows);
    return checked;
  }

  /**
   * A quick nothing is no result.
   *
   * @throws TableException if there are no rows
   */
  public static void rejectEmpty(String doing, long rows) {
    if (rows == 0) {
      throw new TableException(doing + " found no rows", null);
    }
  }

  private static List<SourceFooter> footers(WrittenTable table, List<Column> wanted) {
    if (table.files().isEmpty()) {
      throw new TableException("the table has no files", null);
    }
    List<SourceFooter> footers = new ArrayList<>();
    for (WrittenFile file : table.files()) {
      SourceFooter footer = SourceFooter.read(file.path());
      wanted.forEach(column -> WantedColumn.feed(footer.schema(), column, footer.file()));
      footers.add(footer);
      SameColumns.check(footers.get(0), footer);
    }
    return footers;
  }
}
