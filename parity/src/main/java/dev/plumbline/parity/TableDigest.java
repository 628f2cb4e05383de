package dev.plumbline.parity;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, whatever the order of its rows.
 *
 * @param schema its columns
 * @param rows its number of rows
 * @param content the sum of the rows' hashes, modulo 2^128
 * @param columns one digest for each column of the schema, in order
 * @param key the names of the columns that identify a row; empty if none do
 * @param groups how many distinct keys there are; null without a key
 * @param sample the sample
 */
public record TableDigest(
    TableSchema schema,
    long rows,
    Hash128 content,
    List<ColumnDigest> columns,
    List<String> key,
    @Nullable DistinctCount groups,
    SampleDigest sample)
    implements Serializable {
  /** Copies the lists. */
  public TableDigest {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** Names, types and nullability as observed, in order, as one line. */
  public String fingerprint() {
    return columns.stream()
        .map(c -> c.column() + (c.nonNull() < rows ? " null" : " not null"))
        .collect(Collectors.joining(", "));
  }

  /** The same table with its distinct keys counted by other means. */
  public TableDigest withGroups(DistinctCount counted) {
    return new TableDigest(schema, rows, content, columns, key, counted, sample);
  }
}
