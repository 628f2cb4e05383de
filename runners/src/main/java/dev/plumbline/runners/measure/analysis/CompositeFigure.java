package dev.plumbline.runners.measure.analysis;

import dev.plumbline.runners.statistics.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm against the base over all sizes: the geometric mean of the sizes' ratios of wall times.
 * It is there only if all of these may be shown.
 *
 * @param candidate the arm
 * @param base the first arm
 * @param scenario the pipeline, or the work of an engine
 * @param mode cold or warm
 * @param sizes the sizes
 * @param estimate the geometric mean over sizes and blocks
 * @param interval95 studentized bootstrap over the blocks; null with fewer than 6
 * @param blocks how many
 */
public record CompositeFigure(
    String candidate,
    String base,
    String scenario,
    Mode mode,
    List<Long> sizes,
    double estimate,
    @Nullable Interval interval95,
    int blocks) {
  public CompositeFigure {
    sizes = List.copyOf(sizes);
  }
}
