package dev.plumbline.parity;

import java.util.OptionalLong;

/** A table that can be read any number of times, each time from its source. */
public interface ReadableTable {
  /** What is read, such as {@code parquet_write files}. */
  String source();

  /** Who reads it, such as {@code duckdb v2.0.0}. */
  String reader();

  /** Its columns. */
  TableSchema schema();

  /** How many rows it says it has, where that is known without reading them. */
  OptionalLong expectedRows();

  /** Sends all rows into the sink, in the order of the source. */
  void read(RowSink sink);
}
