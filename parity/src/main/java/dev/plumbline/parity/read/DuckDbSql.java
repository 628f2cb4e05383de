package dev.plumbline.parity.read;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names, texts and files as parts of a DuckDB statement, safe whatever they contain. */
final class DuckDbSql {
  private DuckDbSql() {}

  static String name(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String files(List<Path> files) {
    return files.stream()
        .map(file -> text(file.toAbsolutePath().toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** What DuckDB says is wrong, without its picture of the statement. */
  static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
