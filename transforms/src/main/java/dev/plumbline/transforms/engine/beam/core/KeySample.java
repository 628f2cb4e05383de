package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sampled keys, which add up in any order.
 *
 * @param partitions how many ranges the keys are to be cut into
 * @param keys keys, in any order
 */
public record KeySample(int partitions, List<Key> keys) implements Serializable {
  /** No keys. */
  public static final KeySample NONE = new KeySample(1, List.of());

  /** Copies the keys. */
  public KeySample {
    keys = List.copyOf(keys);
  }

  /** Both together. */
  public KeySample plus(KeySample other) {
    return new KeySample(
        Math.max(partitions, other.partitions),
        Stream.concat(keys.stream(), other.keys.stream()).toList());
  }
}
