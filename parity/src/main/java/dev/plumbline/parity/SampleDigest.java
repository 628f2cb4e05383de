package dev.plumbline.parity;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The sample of a table, as hashes.
 *
 * @param spec which rows
 * @param sortKey the column that it is sorted by
 * @param hash of all its rows, in their order, and of the seed
 * @param rows the hash of each row, in the sample's order
 */
public record SampleDigest(SampleSpec spec, String sortKey, Hash128 hash, List<Hash128> rows)
    implements Serializable {
  /** Copies the rows. */
  public SampleDigest {
    rows = List.copyOf(rows);
  }

  static SampleDigest of(SampleSpec spec, String sortKey, List<Hash128> rows) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES * rows.size());
    rows.forEach(row -> bytes.putLong(row.high()).putLong(row.low()));
    CellHasher hasher = new CellHasher();
    hasher.bytes(bytes.array(), 0, bytes.capacity(), spec.seed());
    return new SampleDigest(spec, sortKey, new Hash128(hasher.high(), hasher.low()), rows);
  }
}
