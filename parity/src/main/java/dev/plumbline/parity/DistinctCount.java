package dev.plumbline.parity;

import java.io.Serializable;

/**
 * How many distinct values a column, or a key of several, has; null is no value.
 *
 * @param count how many
 * @param exact whether they were counted; else estimated, and equal sets of values give equal
 *     estimates
 */
public record DistinctCount(long count, boolean exact) implements Serializable {
  @Override
  public String toString() {
    return Long.toString(count);
  }
}
