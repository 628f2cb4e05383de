package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.List;

/**
 * What one worker reads at a time: of each input, row groups that follow each other; or pages.
 *
 * @param number its number, counted from 0
 * @param sampling which of its keys are sampled
 * @param shares what is read
 */
public record Bin(int number, Sampling sampling, List<Share> shares) implements Serializable {
  /** Copies the list. */
  public Bin {
    shares = List.copyOf(shares);
  }
}
