package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;

/** Takes rows of a work's inputs and hands them on as pages for partitions. Not thread-safe. */
public interface RowRouter {
  /**
   * What takes the next rows, the key first.
   *
   * @param input the input that they belong to
   * @param firstRow how many rows of the input come before them
   */
  RowSink rows(int input, long firstRow);

  /** Hands on all that is still held back. */
  void flush();
}
