package dev.plumbline.transforms.csv;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * The core of the csv_write stage: packed pages in, one CSV file out, as {@link CsvSpec} says. Not
 * thread-safe.
 */
public final class CsvPageWriter implements WriteCore.PageWriter {
  /** So much is gathered before it is written. */
  private static final int GATHERED_BYTES = 1 << 16;

  private final TableSchema schema;
  private final WritableByteChannel channel;
  private final CsvBuffer buffer = new CsvBuffer(2 * GATHERED_BYTES);
  private final CsvCells cells;

  CsvPageWriter(TableSchema schema, WritableByteChannel channel) {
    this.schema = schema;
    this.channel = channel;
    this.cells = new CsvCells(schema.names(), buffer);
    cells.header();
  }

  /**
   * Adds the rows of a page.
   *
   * @throws IllegalArgumentException if a date is beyond what CSV readers know
   */
  @Override
  public void write(PackedPage page) throws IOException {
    PageCursor cursor = new PageCursor(schema, page);
    while (cursor.next()) {
      cursor.feedRow(cells);
      if (buffer.size() >= GATHERED_BYTES) {
        buffer.drainTo(channel);
      }
    }
  }

  @Override
  public void finish() throws IOException {
    buffer.drainTo(channel);
  }
}
