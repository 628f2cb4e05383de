package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes the rows of a result and writes them, a page at a time. */
final class ResultRows extends PackingSink {
  private static final int PAGE_ROWS = 4_096;

  private final PageBuilder page;
  private final PageWriter writer;
  private long written;

  ResultRows(TableSchema schema, PageWriter writer) {
    this(new PageBuilder(schema, 1 << 16), writer);
  }

  private ResultRows(PageBuilder page, PageWriter writer) {
    super(page);
    this.page = page;
    this.writer = writer;
  }

  @Override
  public void endRow() {
    super.endRow();
    if (page.rows() == PAGE_ROWS) {
      write();
    }
  }

  /** Writes what is still held back; returns how many rows there were. */
  long finish() {
    write();
    return written;
  }

  private void write() {
    written += page.rows();
    try {
      writer.write(page.build(0, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
