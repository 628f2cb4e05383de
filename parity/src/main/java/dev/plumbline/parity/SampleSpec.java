package dev.plumbline.parity;

import java.io.Serializable;

/**
 * What sample of a table is hashed by itself. The sample depends on the rows alone, not on their
 * order, their partition, or who reads them.
 *
 * @param mode which rows
 * @param size how many rows at most, 1 to {@value #LARGEST}
 * @param seed fixes the order of {@link SampleMode#STRIDE}, and goes into the sample's hash
 */
public record SampleSpec(SampleMode mode, int size, long seed) implements Serializable {
  /** The largest sample: it is kept in memory, and in every accumulator. */
  public static final int LARGEST = 10_000;

  /** Rejects a size out of bounds. */
  public SampleSpec {
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException(
          "A sample has 1 to %d rows, found %d".formatted(LARGEST, size));
    }
  }

  /** 128 rows from the head, seed 42: as the original suite has it. */
  public static SampleSpec defaults() {
    return new SampleSpec(SampleMode.HEAD, 128, 42);
  }
}
