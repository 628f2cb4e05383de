package dev.plumbline.runners.measure.arm;

import java.util.List;

/**
 * What one block runs, in order.
 *
 * @param block its number, from 1; 0 is the rehearsal
 * @param arms indices of the arms, each once
 * @param sizes the sizes in rows that every fork of this block runs, each once
 */
public record BlockPlan(int block, List<Integer> arms, List<Long> sizes) {
  public BlockPlan {
    arms = List.copyOf(arms);
    sizes = List.copyOf(sizes);
  }
}
