package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.Nullable;

/** Writes one body in one format: begun once, then row by row, then ended. Not for two threads. */
public interface RowWriter {

  /** Writes what stands before the first row. */
  void begin(ByteSink out);

  /** Writes a row, or keeps it until it is known to be complete. */
  void row(@Nullable Object[] cells, ByteSink out);

  /** Writes what is left and what stands after the last row. */
  void end(ByteSink out);
}
