package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.util.List;

/** Routes each row as it is to the partition of its key; each input is a side. */
final class JoinRouter extends KeyedSink implements RowRouter {
  private final Splitters.Finder finder;
  private final int nullPartition;
  private final PageRouter pages;
  private int side;
  private long position;

  JoinRouter(List<TableSchema> sides, Splitters splitters, RoutedPages out) {
    this.finder = splitters.finder();
    this.nullPartition = splitters.nullPartition();
    this.pages = new PageRouter(sides, splitters.partitions(), out);
  }

  @Override
  public RowSink rows(int input, long firstRow) {
    side = input;
    position = firstRow;
    return this;
  }

  @Override
  RowSink key(byte[] bytes, int offset, int length) {
    RowSink row = pages.row(side, finder.partition(bytes, offset, length), position++);
    row.stringCell(bytes, offset, length);
    return row;
  }

  @Override
  RowSink nullKey() {
    RowSink row = pages.row(side, nullPartition, position++);
    row.nullCell();
    return row;
  }

  @Override
  public void flush() {
    pages.flush();
  }
}
