package dev.plumbline.transforms.engine.odd;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.util.Arrays;

/** Schemas as tests write them down. */
final class Schemas {
  private Schemas() {}

  /** Of a text such as {@code k string, b int64}. */
  static TableSchema of(String columns) {
    return new TableSchema(Arrays.stream(columns.split(", ")).map(Schemas::column).toList());
  }

  private static Column column(String text) {
    int space = text.lastIndexOf(' ');
    return new Column(
        text.substring(0, space), ColumnType.of(text.substring(space + 1)).orElseThrow());
  }
}
