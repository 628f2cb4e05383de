package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Summary;
import org.jspecify.annotations.Nullable;

/**
 * What the forks of one arm say of one metric at one size.
 *
 * @param arm the arm's name
 * @param scenario the pipeline, or the work of an engine; empty for commands
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 * @param unit of its values
 * @param status whether it may show numbers: only if every fork of it was valid
 * @param reason why not; null if it may
 * @param evidence why they may be believed; null if there are none
 * @param summary of the forks' numbers, one each; null unless valid
 * @param outliers how many of them lie beyond Tukey's fences; null unless valid
 */
public record ArmFigure(
    String arm,
    String scenario,
    long rows,
    Mode mode,
    String metric,
    String unit,
    CellStatus status,
    @Nullable String reason,
    @Nullable FigureEvidence evidence,
    @Nullable Summary summary,
    @Nullable Integer outliers) {
  /** Rejects numbers without valid status or without evidence. */
  public ArmFigure {
    boolean valid = status == CellStatus.VALID;
    if (valid != (summary != null)
        || valid != (reason == null)
        || valid != (evidence != null)
        || valid != (outliers != null)) {
      throw new IllegalArgumentException(
          "A figure carries numbers and evidence exactly if it is valid; found " + status.label());
    }
  }

  /** What stands in the place of numbers, where there are none. */
  public String label() {
    return status.label() + ": " + reason;
  }
}
