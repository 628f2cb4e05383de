package dev.plumbline.parity;

import java.io.Serializable;
import java.util.List;

/**
 * What a table holds, whatever the order of its rows.
 *
 * @param schema its columns
 * @param rows its number of rows
 * @param content the sum of the rows' hashes, modulo 2^128
 * @param columns one digest for each column of the schema, in order
 */
public record TableDigest(
    TableSchema schema, long rows, Hash128 content, List<ColumnDigest> columns)
    implements Serializable {
  /** Copies the columns' digests. */
  public TableDigest {
    columns = List.copyOf(columns);
  }
}
