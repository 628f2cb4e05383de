package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Row streams as a table, read through DuckDB: JSON lines, an object a row, its keys in any order
 * and exactly those of the schema.
 */
final class RowStreamFiles {
  private static final String LIMIT = "maximum_object_size = 67108864";

  private RowStreamFiles() {}

  /**
   * Opens files that together are one table.
   *
   * @param source what the files are, for the report
   * @throws ParityReadException if a file cannot be read, or has a row with other keys
   */
  static ReadableTable open(String source, List<Path> files, TableSchema schema) {
    long rows = files.stream().mapToLong(f -> RowStreamStructure.rows(f, schema.names())).sum();
    List<String> pointers = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (int i = 1; i <= schema.width(); i++) {
      pointers.add(DuckDbSql.text(pointer(schema.column(i - 1).name())));
      selected.add("v[%d]".formatted(i));
      expressions.add(TextColumn.json(DuckDbTable.position(i), schema.column(i - 1)));
    }
    String relation =
        "(SELECT %s FROM (SELECT json_extract(json, [%s]) AS v FROM read_ndjson_objects(%s, %s)))"
            .formatted(
                String.join(", ", selected),
                String.join(", ", pointers),
                DuckDbSql.files(files),
                LIMIT);
    return DuckDbTable.ofText(source, relation, schema, expressions, rows);
  }

  /** To a key as it is spelt (RFC 6901): as columns, keys that differ in case only are one. */
  private static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
