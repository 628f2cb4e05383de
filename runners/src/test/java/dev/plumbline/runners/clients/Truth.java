package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.ColumnInfo;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.Selection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A mine's rows, generated again, against those that a client received from it. */
final class Truth {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MineData data;

  Truth(MineConfig mine) {
    data = MineData.of(mine.seed(), mine.rows());
  }

  /** What the mine's own engine selects. */
  Selection select(String query) {
    return data.select(query);
  }

  /**
   * Holds each cell of each row against the mine's, in the mine's order.
   *
   * @param received a JSON array of cells a line
   */
  void assertRows(String query, Path received) throws IOException {
    Selection expected = data.select(query);
    List<ColumnInfo> columns = expected.columns();
    long[] row = {0};
    try (BufferedReader lines = Files.newBufferedReader(received)) {
      expected.forEach(
          0, expected.count(), cells -> assertRow(row[0]++, columns, cells, next(lines)));
      assertEquals(null, lines.readLine(), "more rows than the mine has: " + expected.count());
    }
  }

  /** The rows of a file as texts, in no order; of the mine as {@link #texts(String)}. */
  static List<String> texts(Path received) throws IOException {
    List<String> rows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(received)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = new ArrayList<>();
        JSON.readTree(line).forEach(cell -> cells.add(cell.isNull() ? null : cell.asText()));
        rows.add(cells.toString());
      }
    }
    rows.sort(null);
    return rows;
  }

  /** The mine's rows as texts, sorted; for queries of texts and integers only. */
  List<String> texts(String query) {
    List<String> rows = new ArrayList<>();
    Selection selection = data.select(query);
    selection.forEach(
        0,
        selection.count(),
        row -> {
          List<String> cells = new ArrayList<>();
          for (Object cell : row) {
            cells.add(cell == null ? null : cell.toString());
          }
          rows.add(cells.toString());
        });
    rows.sort(null);
    return rows;
  }

  private static JsonNode next(BufferedReader lines) {
    try {
      String line = lines.readLine();
      return line == null ? JSON.missingNode() : JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRow(long row, List<ColumnInfo> columns, Object[] cells, JsonNode got) {
    assertEquals(cells.length, got.size(), () -> "cells of row " + row + ": " + got);
    for (int i = 0; i < cells.length; i++) {
      if (!isSame(columns.get(i), cells[i], got.get(i))) {
        fail("row %d, %s: %s, not %s".formatted(row, columns.get(i), got.get(i), cells[i]));
      }
    }
  }

  private static boolean isSame(ColumnInfo column, Object expected, JsonNode got) {
    if (expected == null) {
      return got.isNull();
    }
    if (expected instanceof Boolean flag) {
      return got.isBoolean() && got.booleanValue() == flag;
    }
    if (expected instanceof Double number) {
      return got.isNumber() && got.doubleValue() == number;
    }
    if (expected instanceof Float number) {
      return got.isNumber() && got.floatValue() == number;
    }
    boolean decimal = column.javaType().equals("java.math.BigDecimal");
    return (decimal || expected instanceof Number)
        ? got.isNumber() && got.decimalValue().compareTo(new BigDecimal(expected.toString())) == 0
        : got.isTextual() && got.textValue().equals(expected.toString());
  }
}
