package dev.plumbline.runners.measure.analysis;

import dev.plumbline.runners.statistics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an arm's wall time is made of: a fixed part, and a part for each row. Each block has a line
 * of its own through its sizes ({@link dev.plumbline.runners.statistics.LineFit}); estimates and
 * intervals are over the blocks' lines. It is there only if the wall time of every size may be
 * shown.
 *
 * @param arm the arm
 * @param scenario the pipeline
 * @param mode cold or warm
 * @param sizes in rows, three or more
 * @param blocks how many lines
 * @param fixedSeconds what no rows would take: Hodges and Lehmann's estimate
 * @param fixed95 its exact interval; null with fewer than 6 blocks
 * @param nanosPerRow what each row adds: likewise
 * @param perRow95 its interval; null with fewer than 6 blocks
 * @param perRowToBase the part of each row by that of the base, block by block: the tax per row;
 *     null for the base, where a size has no ratio, and where a line of either falls
 * @param perRowToBase95 its interval; null with it, and with fewer than 6 blocks
 * @param claim what the tax may be used for: no more than the ratio of any size; null with it
 * @param farthest how far the median of a size lies from the estimates' line at most, as a
 *     fraction: how straight the line is
 */
public record LineFigure(
    String arm,
    String scenario,
    Mode mode,
    List<Long> sizes,
    int blocks,
    double fixedSeconds,
    @Nullable Interval fixed95,
    double nanosPerRow,
    @Nullable Interval perRow95,
    @Nullable Double perRowToBase,
    @Nullable Interval perRowToBase95,
    @Nullable Claim claim,
    double farthest) {
  public LineFigure {
    sizes = List.copyOf(sizes);
  }
}
