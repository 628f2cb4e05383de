package dev.plumbline.transforms.table;

import java.io.Serializable;

/**
 * What a piece of work took in the process of an engine, as that process says itself.
 *
 * @param wallNanos from the request's being read to its answer
 * @param cpuNanos CPU time of all its threads meanwhile
 * @param peakRssBytes its peak resident memory meanwhile; where the system cannot tell, since it
 *     started
 */
public record EngineUse(long wallNanos, long cpuNanos, long peakRssBytes) implements Serializable {
  /** Rejects what cannot be. */
  public EngineUse {
    if (wallNanos < 0 || cpuNanos < 0 || peakRssBytes < 0) {
      throw new IllegalArgumentException(
          "An engine takes no negative time or memory: %d ns, %d ns of CPU, %d bytes"
              .formatted(wallNanos, cpuNanos, peakRssBytes));
    }
  }
}
