package dev.plumbline.runners.elt;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.Witness;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.mine.ColumnInfo;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.Selection;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded mine holds, generated once more from its seed, and evaluated without HTTP, JSON
 * or our client: so that decode has someone to answer to.
 *
 * @param seed the mine's seed
 * @param mineRows the mine's number of genes
 * @param query the path query, as it was sent
 * @param names the columns' names, in the order of the views
 * @param rows how many rows were exported
 */
record MineTruth(long seed, long mineRows, String query, List<String> names, long rows)
    implements SourceTruth {
  @Override
  public Optional<Witness> witness() {
    Selection selection = MineData.of(seed, mineRows).select(query);
    DigestAccumulator digest = new DigestAccumulator(schema(selection.columns()));
    selection.forEach(0, rows, row -> digest(row, digest));
    return Optional.of(new Witness("local mine, generated again", "mine data", digest.digest()));
  }

  private TableSchema schema(List<ColumnInfo> columns) {
    List<Column> typed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      typed.add(new Column(names.get(i), type(columns.get(i).javaType())));
    }
    return new TableSchema(typed);
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

  private static void digest(@Nullable Object[] row, DigestAccumulator digest) {
    for (Object cell : row) {
      if (cell == null) {
        digest.nullCell();
      } else if (cell instanceof String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        digest.stringCell(utf8, 0, utf8.length);
      } else if (cell instanceof Double || cell instanceof Float) {
        digest.doubleCell(((Number) cell).doubleValue());
      } else if (cell instanceof Number number) {
        digest.int64Cell(number.longValue());
      } else if (cell instanceof Boolean truth) {
        digest.booleanCell(truth);
      } else if (cell instanceof LocalDate day) {
        digest.dateCell(Math.toIntExact(day.toEpochDay()));
      } else {
        throw new IllegalStateException("The mine holds a " + cell.getClass().getName());
      }
    }
    digest.endRow();
  }
}
