package dev.plumbline.transforms;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tables of plain objects: Long, Double, Boolean, LocalDate, Instant, BigDecimal, String, or null
 * in a cell.
 */
public final class Tables {
  private static final String[] TEXTS = {
    "",
    "a",
    "NAC001",
    "007",
    "1e5",
    "null",
    ",",
    "\r\n",
    "ümlaut",
    "漢字",
    "\uD83C\uDF3E wheat",
    "a\tb\nc\"d\\",
    "\u0000",
    "\uFFFF"
  };

  private Tables() {}

  /** An export of columns of these types, named {@code c0}, {@code c1}, and so on. */
  public static ExportSchema export(ColumnType... types) {
    List<ViewColumn> views = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String mineType =
          switch (types[i]) {
            case INT64 -> "java.lang.Integer";
            case DOUBLE -> "java.lang.Double";
            case BOOLEAN -> "java.lang.Boolean";
            case DATE -> "java.util.Date";
            case STRING -> "java.lang.String";
            case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(types[i]);
          };
      views.add(new ViewColumn("Gene.c" + i, mineType, new Column("c" + i, types[i])));
    }
    return new ExportSchema(views);
  }

  /** Random rows of a schema, about every fifth cell null. */
  public static List<List<Object>> random(TableSchema schema, Random random, int count) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Object> row = new ArrayList<>();
      for (Column column : schema.columns()) {
        row.add(random.nextInt(5) == 0 ? null : value(column.type(), random));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Rows as a page that begins at an offset. */
  public static PackedPage page(
      TableSchema schema, int index, long start, List<List<Object>> rows) {
    PageBuilder page = new PageBuilder(schema, 1);
    pack(rows, page);
    return page.build(index, start);
  }

  /** Rows cut into pages. */
  public static List<PackedPage> pages(TableSchema schema, List<List<Object>> rows, int pageSize) {
    List<PackedPage> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += pageSize) {
      pages.add(
          page(
              schema,
              pages.size(),
              from,
              rows.subList(from, Math.min(from + pageSize, rows.size()))));
    }
    return pages;
  }

  /** Adds rows to a page. */
  public static void pack(List<List<Object>> rows, PageBuilder page) {
    for (List<Object> row : rows) {
      page.startRow();
      for (int i = 0; i < row.size(); i++) {
        pack(row.get(i), i, page);
      }
    }
  }

  /** The digest of rows, by a path that packs nothing. */
  public static TableDigest digest(TableSchema schema, List<List<Object>> rows) {
    DigestAccumulator digest = new DigestAccumulator(schema);
    for (List<Object> row : rows) {
      row.forEach(cell -> feed(cell, digest.sink()));
      digest.sink().endRow();
    }
    return digest.digest();
  }

  /** Feeds one cell; an Integer is an int64. */
  public static void feed(Object cell, RowSink sink) {
    if (cell == null) {
      sink.nullCell();
    } else if (cell instanceof Integer value) {
      sink.int64Cell(value);
    } else if (cell instanceof Long value) {
      sink.int64Cell(value);
    } else if (cell instanceof Double value) {
      sink.doubleCell(value);
    } else if (cell instanceof Boolean value) {
      sink.booleanCell(value);
    } else if (cell instanceof LocalDate value) {
      sink.dateCell((int) value.toEpochDay());
    } else if (cell instanceof Instant value) {
      sink.timestampCell(micros(value));
    } else if (cell instanceof BigDecimal value) {
      sink.decimalCell(value);
    } else {
      byte[] utf8 = ((String) cell).getBytes(StandardCharsets.UTF_8);
      sink.stringCell(utf8, 0, utf8.length);
    }
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  private static void pack(Object cell, int column, PageBuilder page) {
    if (cell == null) {
      page.addNull(column);
    } else if (cell instanceof Long value) {
      page.addInt64(value);
    } else if (cell instanceof Double value) {
      page.addDouble(value);
    } else if (cell instanceof Boolean value) {
      page.addBoolean(value);
    } else if (cell instanceof LocalDate value) {
      page.addDate((int) value.toEpochDay());
    } else if (cell instanceof Instant value) {
      page.addTimestamp(micros(value));
    } else if (cell instanceof BigDecimal value) {
      page.addDecimal(value);
    } else {
      char[] text = ((String) cell).toCharArray();
      page.addString(text, 0, text.length);
    }
  }

  private static Object value(ColumnType type, Random random) {
    return switch (type) {
      case INT64 -> random.nextLong() >> random.nextInt(64);
      case DOUBLE -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.ofEpochDay(random.nextInt(1_000_000) - 500_000);
      case STRING -> TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(4));
      case TIMESTAMP -> Instant.EPOCH.plus(random.nextLong() >> 10, ChronoUnit.MICROS);
      case DECIMAL ->
          new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(40) - 10);
    };
  }
}
