package dev.plumbline.transforms.page;

import dev.plumbline.parity.RowSink;

/** A row that knows how to send its cells on. */
@FunctionalInterface
public interface Row {
  /** Sends all cells into the sink, in the order of the columns, and ends the row there. */
  void feedRow(RowSink sink);
}
