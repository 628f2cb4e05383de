package dev.plumbline.runners.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fork of a measurement a JVM is.
 *
 * @param arm the arm's name
 * @param block the block; 0 is the rehearsal
 * @param seed of the measurement; the order of works in a block is a function of it and the block
 * @param sizes rows wanted, in the order in which they are run; empty where what is worked on lies
 *     there already
 * @param warmIterations runs of each size, or work, behind its first
 * @param prepared the directory in which what is worked on was made ready, absolute; null where
 *     nothing was
 */
public record ForkPlan(
    String arm,
    int block,
    long seed,
    List<Long> sizes,
    int warmIterations,
    @Nullable String prepared) {
  /** Copies the sizes. */
  public ForkPlan {
    sizes = List.copyOf(sizes);
  }
}
