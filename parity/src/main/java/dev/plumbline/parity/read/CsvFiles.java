package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV files as a table, read through DuckDB: RFC 4180, UTF-8, a header line; an empty field is null
 * without quotes and the empty string with them. Types come from a schema, never from guessing.
 */
final class CsvFiles {
  /** Not parallel: a scan that begins in the middle of a file takes quoted lines for records. */
  private static final String DIALECT =
      ", delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false"
          + ", hive_partitioning = false, parallel = false";

  private static final long LEAST_LINE_BYTES = 2 << 20;

  private CsvFiles() {}

  /**
   * Opens files that together are one table.
   *
   * @param source what the files are, for the report
   * @param types the columns' types; without them all columns are text
   * @throws ParityReadException if a file cannot be read, or its header names other columns
   */
  static ReadableTable open(String source, List<Path> files, Optional<TableSchema> types) {
    List<CsvStructure> structures = files.stream().map(CsvStructure::of).toList();
    List<String> names = structures.get(0).header();
    TableSchema schema = types.orElseGet(() -> typed(source, names, Optional.empty()));
    return table(source, files, structures, schema);
  }

  /**
   * Opens files without a schema of their own: a column has the type that the other side has under
   * its name, or is text.
   */
  static ReadableTable open(String source, List<Path> files, TableSchema other) {
    List<CsvStructure> structures = files.stream().map(CsvStructure::of).toList();
    List<String> names = structures.get(0).header();
    return table(source, files, structures, typed(source, names, Optional.of(other)));
  }

  private static TableSchema typed(String source, List<String> names, Optional<TableSchema> other) {
    try {
      return new TableSchema(
          names.stream()
              .map(
                  name ->
                      other.stream()
                          .flatMap(schema -> schema.columns().stream())
                          .filter(column -> column.name().equals(name))
                          .findFirst()
                          .orElse(new Column(name, ColumnType.STRING)))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new ParityReadException("Cannot read %s: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static ReadableTable table(
      String source, List<Path> files, List<CsvStructure> structures, TableSchema schema) {
    for (int i = 0; i < files.size(); i++) {
      requireHeader(source, files.get(i), structures.get(i).header(), schema.names());
    }
    long rows = structures.stream().mapToLong(CsvStructure::records).sum();
    long longest = structures.stream().mapToLong(CsvStructure::longestBytes).max().orElseThrow();
    List<String> columns = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (int i = 1; i <= schema.width(); i++) {
      columns.add(DuckDbTable.position(i) + ": 'VARCHAR'");
      expressions.add(TextColumn.csv(DuckDbTable.position(i), schema.column(i - 1)));
    }
    boolean bothLineEnds =
        structures.stream().anyMatch(CsvStructure::endsInLf)
            && structures.stream().anyMatch(CsvStructure::endsInCrlf);
    String relation =
        "read_csv(%s, auto_detect = false, header = true, columns = {%s}%s%s%s)"
            .formatted(
                DuckDbSql.files(files),
                String.join(", ", columns),
                DIALECT,
                memory(longest),
                // strictly, DuckDB reads files of one line end alone
                bothLineEnds ? ", strict_mode = false" : "");
    return DuckDbTable.ofText(source, relation, schema, expressions, rows);
  }

  /** What DuckDB reserves is for the records that there are, not for those that there may be. */
  private static String memory(long longestBytes) {
    long line = Math.max(LEAST_LINE_BYTES, longestBytes + 1);
    return ", max_line_size = %d, buffer_size = %d".formatted(line, 2 * line);
  }

  private static void requireHeader(
      String source, Path file, List<String> header, List<String> expected) {
    if (!header.equals(expected)) {
      throw new ParityReadException(
          "Cannot read %s: the header of %s is [%s], expected [%s]"
              .formatted(source, file, String.join(", ", header), String.join(", ", expected)),
          null);
    }
  }
}
