package dev.plumbline.runners.measure.arm;

import java.util.List;

/**
 * What one block runs, in order.
 *
 * @param block its number, from 1; 0 is the rehearsal
 * @param forks each arm once at each size
 */
public record BlockPlan(int block, List<Fork> forks) {
  public BlockPlan {
    forks = List.copyOf(forks);
  }

  /**
   * One of its forks.
   *
   * @param block the block's number
   * @param arm index of the arm
   * @param sizes the size in rows that it runs; what a study has made ready, several: its arms know
   *     their works; none for a command
   */
  public record Fork(int block, int arm, List<Long> sizes) {
    public Fork {
      sizes = List.copyOf(sizes);
    }
  }
}
