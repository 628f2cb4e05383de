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
    return files.stream().map(DuckDbSql::file).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * A file, and no other that its name taken for a pattern matches.
   *
   * @throws ParityReadException if DuckDB cannot be told: it knows no way to quote both a pattern's
   *     characters and a backslash
   */
  static String file(Path file) {
    String path = file.toAbsolutePath().toString();
    String pattern = path.replaceAll("[*?\\[]", "[$0]");
    if (!pattern.equals(path) && path.contains("\\")) {
      throw new ParityReadException(
          "Cannot read %s: DuckDB reads no file with a backslash and one of * ? [ in its name"
              .formatted(path),
          null);
    }
    return text(pattern);
  }

  /** What DuckDB says is wrong, without its picture of the statement. */
  static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
