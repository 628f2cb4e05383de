package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.join.CanonicalTables;
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
   */
  public WrittenTable write(WrittenTable source, Path directory) {
    List<WrittenFile> files = new ArrayList<>();
    for (int table = 0; table < CanonicalTables.NAMES.size(); table++) {
      String name = CanonicalTables.NAMES.get(table);
      String select =
          "SELECT %s AS key, min(%s) AS %s FROM %s GROUP BY 1 ORDER BY 1 NULLS LAST"
              .formatted(
                  Sql.name(roles.key().name()),
                  Sql.name(CanonicalTables.source(roles, table).name()),
                  name,
                  Sql.parquet(source));
      Path file = new ResultFiles(directory.toString(), name).whole();
      files.add(DuckDbCopy.write(duckDb, "canonical " + name, select, file));
    }
    return new WrittenTable(files);
  }
}
