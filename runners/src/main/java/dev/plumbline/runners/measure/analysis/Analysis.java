package dev.plumbline.runners.measure.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a measurement.
 *
 * @param blocksWanted how many blocks were wanted
 * @param blocksDone how many count
 * @param blocksRejected how many tries of blocks were disturbed and run again
 * @param disturbed the blocks that count although something disturbed them, and what
 * @param ended {@code complete}, or why it ended early
 * @param arms the figures of each arm
 * @param comparisons every arm against the first, and in wall times every pair
 * @param composites over all sizes; empty with one size
 * @param lines what is fixed of each arm's wall time, and what each row adds; empty with fewer than
 *     three sizes
 * @param harness what measuring has cost
 */
public record Analysis(
    int blocksWanted,
    int blocksDone,
    int blocksRejected,
    Map<Integer, String> disturbed,
    String ended,
    List<ArmFigure> arms,
    List<ComparisonFigure> comparisons,
    List<CompositeFigure> composites,
    List<LineFigure> lines,
    List<HarnessFigure> harness) {
  /** What a raw part without an end is called. */
  static final String CUT_OFF = "cut off: the measurement was killed";

  public Analysis {
    disturbed = Collections.unmodifiableSortedMap(new TreeMap<>(disturbed));
    arms = List.copyOf(arms);
    comparisons = List.copyOf(comparisons);
    composites = List.copyOf(composites);
    lines = List.copyOf(lines);
    harness = List.copyOf(harness);
  }
}
