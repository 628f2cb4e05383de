package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which keys are sampled, and what for.
 *
 * @param input the input whose keys are: the largest stands for all, since what is brought together
 *     by key has mostly the same keys
 * @param oneIn in how many rows there is one whose key is sampled
 * @param partitions how many ranges the keys are to be cut into
 */
public record Sampling(int input, long oneIn, int partitions) implements Serializable {
  /** So that a partition with its pages and its result fits into memory many times over. */
  private static final long PARTITION_ROWS = 250_000;

  /** Whole rows, and all columns of them: a worker holds a bin as one element. */
  private static final long BIN_ROWS = 50_000;

  private static final int PARTITIONS_PER_SHARD = 4;
  private static final int SAMPLES_PER_PARTITION = 200;

  /**
   * For inputs of so many rows.
   *
   * @param count in how many pieces the runner can work at once
   */
  public static Sampling of(long[] rows, int count) {
    int largest = 0;
    for (int input = 1; input < rows.length; input++) {
      if (rows[input] > rows[largest]) {
        largest = input;
      }
    }
    long all = Arrays.stream(rows).sum();
    int partitions = (int) Math.max((long) count * PARTITIONS_PER_SHARD, all / PARTITION_ROWS + 1);
    long oneIn = Math.max(1, rows[largest] / ((long) partitions * SAMPLES_PER_PARTITION));
    return new Sampling(largest, oneIn, partitions);
  }

  /** In how many bins so many rows travel as pages: at least one for each piece. */
  public static int pageBins(long rows, int count) {
    return (int) Math.max(count, rows / BIN_ROWS + 1);
  }
}
