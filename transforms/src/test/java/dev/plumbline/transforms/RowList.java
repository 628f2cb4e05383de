package dev.plumbline.transforms;

import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers rows as lists of Long, Double, Boolean, LocalDate, Instant, BigDecimal, String, or null.
 */
public final class RowList implements RowSink {
  private final List<List<Object>> rows = new ArrayList<>();
  private List<Object> row = new ArrayList<>();

  /** All rows of a page. */
  public static List<List<Object>> of(TableSchema schema, PackedPage page) {
    RowList rows = new RowList();
    page.feed(schema, rows);
    return rows.rows();
  }

  /** The rows so far. */
  public List<List<Object>> rows() {
    return rows;
  }

  @Override
  public void nullCell() {
    row.add(null);
  }

  @Override
  public void int64Cell(long value) {
    row.add(value);
  }

  @Override
  public void doubleCell(double value) {
    row.add(value);
  }

  @Override
  public void booleanCell(boolean value) {
    row.add(value);
  }

  @Override
  public void dateCell(int epochDay) {
    row.add(LocalDate.ofEpochDay(epochDay));
  }

  @Override
  public void timestampCell(long epochMicros) {
    row.add(Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS));
  }

  @Override
  public void decimalCell(BigDecimal value) {
    row.add(value);
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    row.add(new String(utf8, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void endRow() {
    rows.add(row);
    row = new ArrayList<>();
  }
}
