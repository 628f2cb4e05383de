package dev.plumbline.runners.measure.fork;

import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;

/**
 * What the JVM of a fork is told.
 *
 * @param arm the arm's name
 * @param block the block; 0 is the rehearsal
 * @param options of the arm; the size is replaced by each of the sizes
 * @param sizes rows wanted, in the order in which they are run
 * @param warmIterations runs of each size behind its first
 */
public record ForkOptions(
    String arm, int block, WorkflowOptions options, List<Long> sizes, int warmIterations) {
  public ForkOptions {
    sizes = List.copyOf(sizes);
  }
}
