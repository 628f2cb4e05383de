package dev.plumbline.parity;

import java.io.Serializable;
import java.util.List;

/**
 * What is digested of a table.
 *
 * @param schema its columns
 * @param key names of the columns that tell rows apart, its stable identifier; empty if there is
 *     none
 * @param sample which rows are sampled; sorted by the first column of the key, or the first column
 */
public record DigestSpec(TableSchema schema, List<String> key, SampleSpec sample)
    implements Serializable {
  /**
   * Copies the key.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public DigestSpec {
    key = List.copyOf(key);
    key.forEach(schema::position);
  }

  /** All defaults, and no key. */
  public static DigestSpec of(TableSchema schema) {
    return new DigestSpec(schema, List.of(), SampleSpec.defaults());
  }

  /** The name of the column that the sample is sorted by. */
  public String sortKey() {
    return key.isEmpty() ? schema.column(0).name() : key.get(0);
  }

  /** The positions of the key's columns, in the key's order. */
  public int[] keyColumns() {
    return key.stream().mapToInt(schema::position).toArray();
  }
}
