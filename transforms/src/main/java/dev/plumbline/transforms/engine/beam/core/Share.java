package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import java.io.Serializable;
import java.util.List;

/** Rows to be read at a time, as part of an input of a work. */
public sealed interface Share extends Serializable {
  /** The input's number. */
  int input();

  /** How many rows of the input come before it. */
  long firstRow();

  /** How many rows it has. */
  long rows();

  /** How large it is where it lies. */
  long sizeBytes();

  /**
   * Sends all of its rows into a sink, in their order.
   *
   * @param columns the columns of a row, in the order of its cells
   * @throws dev.plumbline.transforms.table.TableException if they cannot be read
   */
  void feed(List<Column> columns, RowSink sink);

  /** A row group of a file. */
  record Stored(int input, long firstRow, RowGroup group) implements Share {
    @Override
    public long rows() {
      return group.rows();
    }

    @Override
    public long sizeBytes() {
      return group.sizeBytes();
    }

    @Override
    public void feed(List<Column> columns, RowSink sink) {
      RowGroupReader.feed(group, columns, sink);
    }
  }

  /** A page of the only input, with the columns of {@code schema}. */
  record Paged(PackedPage page, TableSchema schema) implements Share {
    @Override
    public int input() {
      return 0;
    }

    @Override
    public long firstRow() {
      return page.start();
    }

    @Override
    public long rows() {
      return page.rows();
    }

    @Override
    public long sizeBytes() {
      return page.data().length;
    }

    @Override
    public void feed(List<Column> columns, RowSink sink) {
      List<String> names = schema.names();
      int[] cells = columns.stream().mapToInt(column -> names.indexOf(column.name())).toArray();
      PageCursor cursor = new PageCursor(schema, page);
      while (cursor.next()) {
        cursor.feedColumns(cells, sink);
      }
    }
  }
}
