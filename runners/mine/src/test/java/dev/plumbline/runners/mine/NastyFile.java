package dev.plumbline.runners.mine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values that readers get wrong, and the writing of them in every format. */
enum NastyFile {
  CSV("nasty.csv"),
  TSV("nasty.tsv"),
  JSON_LINES("nasty.jsonl"),
  PARQUET("nasty.parquet");

  static final List<String> COLUMNS = List.of("text", "whole", "big", "ratio", "flag", "day");

  static final List<List<Object>> ROWS =
      List.of(
          row("", Integer.MAX_VALUE, Long.MAX_VALUE, Double.MAX_VALUE, true, "0001-01-01"),
          row(null, null, null, null, null, null),
          row(
              "a\tb\"c\"\nd\r\ne\\,f</g>",
              Integer.MIN_VALUE,
              Long.MIN_VALUE,
              4.9E-324,
              false,
              null),
          row("\"", 0, 0L, -0.0, null, "9999-12-31"),
          row(
              "ä€\u0085\u2028\u0000\uD83C\uDF31\uFEFF",
              -1,
              null,
              -Double.MAX_VALUE,
              true,
              "2024-02-29"),
          row(" 12", 7, 9007199254740993L, 0.1, false, "1969-12-31"),
          row("null", 8, -1L, 1.0E22, true, "1970-01-01"));

  private final String fileName;

  NastyFile(String fileName) {
    this.fileName = fileName;
  }

  private static List<Object> row(
      String text, Integer whole, Long big, Double ratio, Boolean flag, String day) {
    return Arrays.asList(text, whole, big, ratio, flag, day == null ? null : LocalDate.parse(day));
  }

  Path write(Path folder) {
    Path file = folder.resolve(fileName);
    try {
      switch (this) {
        case CSV -> Files.writeString(file, delimited(","), StandardCharsets.UTF_8);
        case TSV -> Files.writeString(file, delimited("\t"), StandardCharsets.UTF_8);
        case JSON_LINES -> Files.writeString(file, jsonLines(), StandardCharsets.UTF_8);
        case PARQUET -> writeParquet(file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String delimited(String delimiter) {
    return String.join(delimiter, COLUMNS)
        + "\n"
        + ROWS.stream()
            .map(row -> row.stream().map(NastyFile::field).collect(Collectors.joining(delimiter)))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  static String field(Object value) {
    if (value instanceof String text) {
      return '"' + text.replace("\"", "\"\"") + '"';
    }
    return value == null ? "" : value.toString();
  }

  private static String jsonLines() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (List<Object> row : ROWS) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        if (value != null || i < 2) { // a missing key is a null, too
          object.put(COLUMNS.get(i), value instanceof LocalDate day ? day.toString() : value);
        }
      }
      lines.append(new ObjectMapper().writeValueAsString(object)).append('\n');
    }
    return lines.toString();
  }

  private static void writeParquet(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t(text VARCHAR, whole INTEGER, big BIGINT, ratio DOUBLE, flag BOOLEAN,"
              + " day DATE)");
      try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")) {
        for (List<Object> row : ROWS) {
          for (int i = 0; i < row.size(); i++) {
            insert.setObject(i + 1, row.get(i));
          }
          insert.execute();
        }
      }
      statement.execute("COPY t TO '" + file + "' (FORMAT parquet)");
    }
  }
}
