package dev.plumbline.parity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Sums up a table's content in a space that does not grow with its rows, whatever their order,
 * split or number: the sums of all rows and of each column, the distinct keys and the sample.
 *
 * <p>Rows go into {@link #sink()}. Not thread-safe: one accumulator a thread, merged at the end.
 */
public final class DigestAccumulator {
  /**
   * The version of the hashes and of {@link #state()}; digests of different versions cannot be
   * compared.
   */
  public static final int VERSION = 2;

  private final DigestSpec spec;
  private final TableSums sums;
  private final DistinctSketch keys;
  private final RowSample sample;
  private final RowHasher hasher;

  /** An empty table of this schema, without a key and with the usual sample. */
  public DigestAccumulator(TableSchema schema) {
    this(DigestSpec.of(schema));
  }

  /**
   * An empty table.
   *
   * @param observers shown every row, too
   */
  public DigestAccumulator(DigestSpec spec, RowObserver... observers) {
    SortKey sortKey = new SortKey(spec.schema().position(spec.sortKey()));
    this.spec = spec;
    this.sums = new TableSums(spec.schema().width());
    this.keys = new DistinctSketch(new KeyHash(spec.keyColumns()));
    this.sample = new RowSample(spec.sample(), sortKey);
    RowObserver[] all = Arrays.copyOf(observers, observers.length + 3);
    all[observers.length] = sums;
    all[observers.length + 1] = sample;
    all[observers.length + 2] = keys;
    List<RowObserver> seen = Arrays.asList(all);
    this.hasher =
        new RowHasher(
            spec.schema(), sortKey, spec.key().isEmpty() ? seen.subList(0, all.length - 1) : seen);
  }

  /** Takes up the state that another accumulator of the same spec gave out. */
  public static DigestAccumulator restore(DigestSpec spec, byte[] state) {
    DigestAccumulator restored = new DigestAccumulator(spec);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new IOException("Digest of version %d, expected %d".formatted(version, VERSION));
      }
      restored.sums.read(in);
      restored.keys.read(in);
      restored.sample.read(in);
      if (in.read() >= 0) {
        throw new IOException("The state of a digest goes on behind its end");
      }
      return restored;
    } catch (IOException e) {
      throw new IllegalArgumentException("Not the state of a digest: " + e.getMessage(), e);
    }
  }

  /** All that this accumulator has summed up, behind its version; see {@link #restore}. */
  public byte[] state() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      sums.write(out);
      keys.write(out);
      sample.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /** Takes the table's rows. */
  public RowHasher sink() {
    return hasher;
  }

  /** Adds what another accumulator of the same spec has summed up. */
  public void merge(DigestAccumulator other) {
    if (!spec.equals(other.spec)) {
      throw new IllegalArgumentException(
          "Cannot merge digests of %s and %s".formatted(spec, other.spec));
    }
    sums.merge(other.sums);
    keys.merge(other.keys);
    sample.merge(other.sample);
  }

  /** The digest of the rows so far. */
  public TableDigest digest() {
    return new TableDigest(
        spec.schema(),
        sums.rows(),
        sums.content(),
        sums.columns(spec.schema()),
        spec.key(),
        spec.key().isEmpty() ? null : keys.count(),
        sample.digest(spec.sortKey()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigestAccumulator that
        && spec.equals(that.spec)
        && Arrays.equals(state(), that.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }
}
