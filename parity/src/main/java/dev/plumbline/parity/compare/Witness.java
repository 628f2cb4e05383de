package dev.plumbline.parity.compare;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableDigest;

/**
 * A digest and where it comes from: no statement of equality without naming both byte sources and
 * their readers.
 *
 * @param source what was read, such as {@code decode side output} or {@code parquet_write files}
 * @param reader who read it, such as {@code packed pages} or {@code duckdb v2.0.0}
 * @param digest what it held
 */
public record Witness(String source, String reader, TableDigest digest) {
  /** Of a whole table, without a key and with the usual sample. */
  public static Witness of(ReadableTable table) {
    DigestAccumulator digest = new DigestAccumulator(table.schema());
    table.read(digest.sink());
    return new Witness(table.source(), table.reader(), digest.digest());
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(source, reader);
  }
}
