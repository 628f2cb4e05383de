package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm against the base, in one metric at one size.
 *
 * @param candidate the arm
 * @param base the first arm
 * @param scenario the pipeline, or the work of an engine; empty for commands
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 * @param status whether it may show a ratio: only if both figures are valid and comparable
 * @param reason why not; null if it may
 * @param evidence why it may be believed; null unless valid
 * @param claim what it may be used for
 * @param ratio the ratio; null unless valid
 * @param remarks what a reader must know beside it
 */
public record ComparisonFigure(
    String candidate,
    String base,
    String scenario,
    long rows,
    Mode mode,
    String metric,
    CellStatus status,
    @Nullable String reason,
    @Nullable FigureEvidence evidence,
    Claim claim,
    @Nullable RatioFigures ratio,
    List<String> remarks) {
  /** Rejects a ratio without valid status or without evidence. */
  public ComparisonFigure {
    remarks = List.copyOf(remarks);
    boolean valid = status == CellStatus.VALID;
    if (valid != (ratio != null) || valid != (reason == null) || valid != (evidence != null)) {
      throw new IllegalArgumentException(
          "A comparison carries a ratio and evidence exactly if it is valid; found "
              + status.label());
    }
  }

  ComparisonFigure withRatio(RatioFigures other) {
    return new ComparisonFigure(
        candidate, base, scenario, rows, mode, metric, status, reason, evidence, claim, other,
        remarks);
  }
}
