package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.List;

/**
 * What one worker reads at a time: row groups that follow each other.
 *
 * @param number its number, counted from 0
 * @param sampleOneIn in how many rows there is one whose key is sampled
 * @param partitions how many ranges the keys are to be cut into
 * @param shares the row groups
 */
public record Bin(int number, long sampleOneIn, int partitions, List<Share> shares)
    implements Serializable {
  /** Copies the row groups. */
  public Bin {
    shares = List.copyOf(shares);
  }
}
