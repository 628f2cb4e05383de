package dev.plumbline.runners.run;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.mine.ColumnInfo;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.Selection;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded mine holds, generated once more from its seed or read once more from its file,
 * and evaluated without HTTP, JSON or our client: so that decode has someone to answer to.
 *
 * @param mine what the mine is made of
 * @param query the path query, as it was sent
 * @param names the columns' names, in the order of the views
 * @param rows how many rows were exported
 */
public record MineTruth(MineConfig mine, String query, List<String> names, long rows)
    implements SourceTruth, ReadableTable {
  @Override
  public Optional<ReadableTable> table() {
    return Optional.of(this);
  }

  @Override
  public String source() {
    return mine.userData().isPresent() ? "local mine's file" : "local mine, generated again";
  }

  @Override
  public String reader() {
    return "mine data";
  }

  @Override
  public TableSchema schema() {
    List<ColumnInfo> columns = selection().columns();
    List<Column> typed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      typed.add(new Column(names.get(i), type(columns.get(i).javaType())));
    }
    return new TableSchema(typed);
  }

  @Override
  public OptionalLong expectedRows() {
    return OptionalLong.of(rows);
  }

  @Override
  public void read(RowSink sink) {
    selection().forEach(0, rows, row -> send(row, sink));
  }

  private Selection selection() {
    return MineData.of(mine).select(query);
  }

  private static ColumnType type(String javaType) {
    return switch (javaType.substring(javaType.lastIndexOf('.') + 1)) {
      case "Integer", "int", "Long", "long", "Short", "short" -> ColumnType.INT64;
      case "Double", "double", "Float", "float" -> ColumnType.DOUBLE;
      case "Boolean", "boolean" -> ColumnType.BOOLEAN;
      case "Date" -> ColumnType.DATE;
      default -> ColumnType.STRING;
    };
  }

  private static void send(@Nullable Object[] row, RowSink sink) {
    for (Object cell : row) {
      if (cell == null) {
        sink.nullCell();
      } else if (cell instanceof String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        sink.stringCell(utf8, 0, utf8.length);
      } else if (cell instanceof Double || cell instanceof Float) {
        sink.doubleCell(((Number) cell).doubleValue());
      } else if (cell instanceof Number number) {
        sink.int64Cell(number.longValue());
      } else if (cell instanceof Boolean truth) {
        sink.booleanCell(truth);
      } else if (cell instanceof LocalDate day) {
        sink.dateCell(Math.toIntExact(day.toEpochDay()));
      } else {
        throw new IllegalStateException("The mine holds a " + cell.getClass().getName());
      }
    }
    sink.endRow();
  }
}
