package dev.plumbline.transforms.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.RowList;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A page holds cells of every type, takes them as a sink, and finds a row again. */
class EveryTypeTest {
  private static final long SEED = 61;
  private static final TableSchema SCHEMA =
      new TableSchema(
          Arrays.stream(ColumnType.values())
              .sorted((l, r) -> r.compareTo(l)) // text first
              .map(type -> new Column(type.label(), type))
              .toList());

  @Test
  void rowsOfEveryTypeComeBackAsTheyWent() {
    PageBuilder builder = new PageBuilder(SCHEMA, 64);
    PackingSink sink = new PackingSink(builder);
    List<List<Object>> rows = pack(sink, 500);

    assertEquals(500, builder.rows());
    PackedPage page = builder.build(1, 2);

    assertEquals(rows, RowList.of(SCHEMA, page), "seed " + SEED);
    assertEquals(0, builder.rows());
  }

  @Test
  void aRowIsFoundAgainByItsPosition() {
    PageBuilder builder = new PageBuilder(SCHEMA, 64);
    List<List<Object>> rows = pack(new PackingSink(builder), 300);
    PackedPage page = builder.build(0, 0);
    PageCursor cursor = new PageCursor(SCHEMA, page);
    List<Integer> positions = new ArrayList<>();
    while (cursor.next()) {
      positions.add(cursor.position());
      cursor.skipRow();
    }
    for (int row = rows.size() - 1; row >= 0; row--) {
      int position = positions.get(row);
      RowList cells = new RowList();
      cursor.feedCells(position, 2, cells);
      cells.endRow();
      assertEquals(List.of(rows.get(row).subList(2, SCHEMA.width())), cells.rows(), "row " + row);
      Object text = rows.get(row).get(0);
      assertEquals(text == null, cursor.startsWithNull(position), "row " + row);
      if (text != null) {
        assertEquals(
            text,
            new String(
                page.data(),
                cursor.firstTextPosition(position),
                cursor.firstTextLength(position),
                StandardCharsets.UTF_8));
      }
    }
    assertFalse(cursor.next());
    assertTrue(positions.size() == rows.size());
  }

  private static List<List<Object>> pack(PackingSink sink, int count) {
    Random random = new Random(SEED);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Object> row = new ArrayList<>();
      for (Column column : SCHEMA.columns()) {
        Object value = random.nextInt(4) == 0 ? null : value(column.type(), random);
        row.add(value);
        send(value, sink);
      }
      sink.endRow();
      rows.add(row);
    }
    return rows;
  }

  private static Object value(ColumnType type, Random random) {
    return switch (type) {
      case INT64 -> random.nextLong();
      case DOUBLE -> random.nextGaussian();
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000);
      case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
      case DECIMAL -> BigDecimal.valueOf(random.nextLong(), random.nextInt(60) - 20);
      case STRING -> "ü\uD83C\uDF3E".repeat(random.nextInt(5));
    };
  }

  private static void send(Object value, PackingSink sink) {
    if (value == null) {
      sink.nullCell();
    } else if (value instanceof Long number) {
      sink.int64Cell(number);
    } else if (value instanceof Double number) {
      sink.doubleCell(number);
    } else if (value instanceof Boolean truth) {
      sink.booleanCell(truth);
    } else if (value instanceof LocalDate day) {
      sink.dateCell((int) day.toEpochDay());
    } else if (value instanceof Instant time) {
      sink.timestampCell(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    } else if (value instanceof BigDecimal number) {
      sink.decimalCell(number);
    } else {
      byte[] utf8 = ("<" + value).getBytes(StandardCharsets.UTF_8);
      sink.stringCell(utf8, 1, utf8.length - 1);
    }
  }
}
