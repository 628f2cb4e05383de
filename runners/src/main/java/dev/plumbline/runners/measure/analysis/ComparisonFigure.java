package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One arm against another, in one metric at one size: each against the first, and, in wall times,
 * every pair of the others, too.
 *
 * @param candidate the arm
 * @param base the arm that it is held to, which stands before it
 * @param scenario the pipeline, or the work of an engine; empty for commands
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 * @param status whether it may show a ratio: only if both figures are valid and comparable
 * @param reason why not; null if it may
 * @param evidence why it may be believed; null unless valid
 * @param claim what it may be used for
 * @param ratio the ratio; null unless valid
 * @param finding what it says; null of other metrics than wall times, and unless valid
 * @param family how many pairs the scenario's wall times are tested in together; 0 of other metrics
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
    @Nullable Finding finding,
    int family,
    List<String> remarks) {
  /** A time that is shorter says more of starting than of the work. */
  public static final double PUBLISHED_SECONDS = 2;

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

  /** The same, tested together with others. */
  ComparisonFigure tested(RatioFigures adjusted, int pairs) {
    return new ComparisonFigure(
        candidate,
        base,
        scenario,
        rows,
        mode,
        metric,
        status,
        reason,
        evidence,
        claim,
        adjusted,
        Finding.of(adjusted, pairs),
        pairs,
        remarks);
  }

  /** Whether it is of these arms, whichever is held to which. */
  public boolean isOf(String one, String other) {
    return (candidate.equals(one) && base.equals(other))
        || (candidate.equals(other) && base.equals(one));
  }

  /** What it says, in words that a person reads at once. */
  public String sentence() {
    RatioFigures figures = ratio;
    Finding found = finding;
    if (figures == null || found == null) {
      return "%s against %s: %s: %s".formatted(candidate, base, status.label(), reason);
    }
    return switch (found) {
      case LONGER -> longer(figures.estimate(), Objects.requireNonNull(figures.interval95()));
      case SHORTER -> shorter(figures.estimate(), Objects.requireNonNull(figures.interval95()));
      case NO_DIFFERENCE ->
          "no difference found between %s and %s%s".formatted(base, candidate, least(figures));
      case NOT_AFTER_CORRECTION ->
          "no difference found between %s and %s after correction for %d pairs%s"
              .formatted(base, candidate, family, least(figures));
      case NO_CLAIM ->
          "no claim for %s and %s: %d of %d blocks"
              .formatted(base, candidate, figures.pairs(), Finding.fewestBlocks(family));
    };
  }

  private String longer(double ratio, Interval interval) {
    return longer(candidate, base, ratio, interval.low(), interval.high());
  }

  private String shorter(double ratio, Interval interval) {
    return longer(base, candidate, 1 / ratio, 1 / interval.high(), 1 / interval.low());
  }

  private static String longer(String slow, String fast, double ratio, double low, double high) {
    return String.format(
        Locale.ROOT,
        "%s takes %.2f times as long as %s [%.2f, %.2f]",
        slow,
        ratio,
        fast,
        low,
        high);
  }

  private static String least(RatioFigures figures) {
    Double effect = figures.minimumDetectableEffect();
    return effect == null ? "" : String.format(Locale.ROOT, " (MDE %.0f %%)", effect * 100);
  }
}
