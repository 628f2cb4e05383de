package dev.plumbline.parity.beam;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.RowFeed;
import dev.plumbline.parity.TableDigest;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/**
 * Combines elements that hold rows into one {@link TableDigest}. Elements in, one digest out, also
 * for no elements at all (with {@code Combine.globally}): the digest of the empty table.
 *
 * @param <T> the element: rows, read by the {@link RowFeed}, or what has been digested already
 */
public final class DigestRows<T> extends CombineFn<T, DigestAccumulator, TableDigest> {
  private static final long serialVersionUID = 1;

  private final DigestSpec spec;
  private final Adding<T> adding;

  private DigestRows(DigestSpec spec, Adding<T> adding) {
    this.spec = spec;
    this.adding = adding;
  }

  /** Adds an element to a digest. */
  @FunctionalInterface
  private interface Adding<T> extends Serializable {
    void add(T element, DigestAccumulator digest);
  }

  /** Digests the rows that the feed finds in each element; all are rows of one table. */
  public static <T> DigestRows<T> of(DigestSpec spec, RowFeed<T> feed) {
    return new DigestRows<>(spec, (element, digest) -> feed.feed(element, digest.sink()));
  }

  /** Brings together what has been digested bundle by bundle. */
  public static DigestRows<DigestAccumulator> merging(DigestSpec spec) {
    return new DigestRows<>(spec, (some, digest) -> digest.merge(some));
  }

  @Override
  public DigestAccumulator createAccumulator() {
    return new DigestAccumulator(spec);
  }

  @Override
  public DigestAccumulator addInput(DigestAccumulator accumulator, T element) {
    adding.add(element, accumulator);
    return accumulator;
  }

  @Override
  public DigestAccumulator mergeAccumulators(Iterable<DigestAccumulator> accumulators) {
    Iterator<DigestAccumulator> all = accumulators.iterator();
    DigestAccumulator merged = new DigestAccumulator(spec);
    while (all.hasNext()) {
      merged.merge(all.next());
    }
    return merged;
  }

  @Override
  public TableDigest extractOutput(DigestAccumulator accumulator) {
    return accumulator.digest();
  }

  @Override
  public Coder<DigestAccumulator> getAccumulatorCoder(CoderRegistry registry, Coder<T> inputCoder) {
    return DigestAccumulatorCoder.of(spec);
  }

  @Override
  public Coder<TableDigest> getDefaultOutputCoder(CoderRegistry registry, Coder<T> inputCoder)
      throws CannotProvideCoderException {
    return SerializableCoder.of(TableDigest.class);
  }
}
