package dev.plumbline.runners.measure.arm;

import java.io.IOException;

/** Runs a fork; in tests of the order of things, something that needs no process. */
@FunctionalInterface
public interface ForkRunner {
  /**
   * Runs one fork of a block.
   *
   * @param attempt which try of the block, from 1
   * @param position the fork's place in the block
   * @throws IOException if the fork could not even be started
   */
  ForkTry run(BlockPlan block, int attempt, int position) throws IOException, InterruptedException;
}
