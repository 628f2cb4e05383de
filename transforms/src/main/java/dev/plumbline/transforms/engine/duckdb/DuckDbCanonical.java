package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@link CanonicalTables} of a source. It is never measured: all join engines take the
 * same files.
 *
 * @param duckDb the engine
 * @param roles the parts of the source's columns
 */
public record DuckDbCanonical(DuckDb duckDb, Roles roles) {

  /**
   * Writes them into a directory.
   *
   * @param directory an existing directory, absolute
   * @throws dev.plumbline.transforms.table.TableException if the source has no rows, or cannot be
   *     read, or a table cannot be written
   */
  public WrittenTable write(WrittenTable source, Path directory) {
    List<WrittenFile> files = new ArrayList<>();
    for (int table = 0; table < CanonicalTables.NAMES.size(); table++) {
      String name = CanonicalTables.NAMES.get(table);
      Column value = CanonicalTables.source(roles, table);
      Path file = new ResultFiles(directory.toString(), name).whole();
      DuckDbCopy copy = new DuckDbCopy(duckDb, "canonical " + name, file);
      SourceSql from = SourceSql.of(copy.doing(), source, List.of(roles.key(), value));
      files.add(
          copy.write(
              "SELECT %s AS key, min(%s) AS %s FROM %s GROUP BY 1 ORDER BY 1 NULLS LAST"
                  .formatted(from.cells(roles.key()), from.cells(value), name, from.from())));
    }
    return new WrittenTable(files);
  }
}
