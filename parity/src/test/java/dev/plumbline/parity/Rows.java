package dev.plumbline.parity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Tables of plain objects: Long, Double, Boolean, LocalDate, Instant, BigDecimal, String, or null.
 */
public final class Rows {
  /** A column of each type, and a second one of text and of integers. */
  public static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("id", ColumnType.INT64),
              new Column("score", ColumnType.DOUBLE),
              new Column("curated", ColumnType.BOOLEAN),
              new Column("added", ColumnType.DATE),
              new Column("symbol", ColumnType.STRING),
              new Column("name", ColumnType.STRING),
              new Column("length", ColumnType.INT64),
              new Column("measured", ColumnType.TIMESTAMP),
              new Column("weight", ColumnType.DECIMAL)));

  private static final String[] TEXTS = {
    "", "a", "b", "NAC001", "Zaubertrank", "ümlaut", "\uD83C\uDF3E wheat", "a\tb\nc", "0", "null"
  };

  private Rows() {}

  /** Random rows of {@link #SCHEMA}; the first cells of no two of them are equal. */
  public static List<List<Object>> random(long seed, int count) {
    Random random = new Random(seed);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          Arrays.asList(
              (long) i * 1_000 + random.nextInt(1_000),
              nullOr(random, random.nextGaussian() * 1e6),
              nullOr(random, random.nextBoolean()),
              nullOr(random, LocalDate.ofEpochDay(random.nextInt(60_000) - 30_000)),
              nullOr(random, TEXTS[random.nextInt(TEXTS.length)]),
              nullOr(random, "name " + random.nextLong()),
              nullOr(random, random.nextLong()),
              nullOr(random, Instant.EPOCH.plus(random.nextInt(), ChronoUnit.MICROS)),
              nullOr(random, BigDecimal.valueOf(random.nextInt(), random.nextInt(5)))));
    }
    return rows;
  }

  /** A copy with one cell changed. */
  public static List<List<Object>> with(
      List<List<Object>> rows, int row, int column, Object value) {
    List<List<Object>> changed = new ArrayList<>();
    rows.forEach(r -> changed.add(new ArrayList<>(r)));
    changed.get(row).set(column, value);
    return changed;
  }

  /** Feeds rows cell by cell, by the class of each cell. */
  public static void feed(List<List<Object>> rows, RowSink sink) {
    for (List<Object> row : rows) {
      row.forEach(cell -> cell(cell, sink));
      sink.endRow();
    }
  }

  /** Feeds one cell, by its class. */
  public static void cell(Object cell, RowSink sink) {
    if (cell == null) {
      sink.nullCell();
    } else if (cell instanceof Long value) {
      sink.int64Cell(value);
    } else if (cell instanceof Double value) {
      sink.doubleCell(value);
    } else if (cell instanceof Boolean value) {
      sink.booleanCell(value);
    } else if (cell instanceof LocalDate value) {
      sink.dateCell((int) value.toEpochDay());
    } else if (cell instanceof Instant value) {
      sink.timestampCell(value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000);
    } else if (cell instanceof BigDecimal value) {
      sink.decimalCell(value);
    } else {
      byte[] utf8 = ((String) cell).getBytes(StandardCharsets.UTF_8);
      sink.stringCell(utf8, 0, utf8.length);
    }
  }

  /** The plain accumulator's digest of rows. */
  public static TableDigest digest(TableSchema schema, List<List<Object>> rows) {
    return digest(DigestSpec.of(schema), rows);
  }

  /** The plain accumulator's digest of rows, with a key or another sample. */
  public static TableDigest digest(DigestSpec spec, List<List<Object>> rows) {
    DigestAccumulator digest = new DigestAccumulator(spec);
    feed(rows, digest.sink());
    return digest.digest();
  }

  /** Rows as a table that can be read again. */
  public static ReadableTable table(TableSchema schema, List<List<Object>> rows) {
    return new RowsTable(schema, rows);
  }

  private record RowsTable(TableSchema schema, List<List<Object>> rows) implements ReadableTable {
    @Override
    public String source() {
      return "rows";
    }

    @Override
    public String reader() {
      return "test";
    }

    @Override
    public OptionalLong expectedRows() {
      return OptionalLong.of(rows.size());
    }

    @Override
    public void read(RowSink sink) {
      feed(rows, sink);
    }
  }

  private static Object nullOr(Random random, Object value) {
    return random.nextInt(5) == 0 ? null : value;
  }
}
