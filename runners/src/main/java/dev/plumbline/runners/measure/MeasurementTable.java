package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.CompositeFigure;
import dev.plumbline.runners.measure.analysis.Finding;
import dev.plumbline.runners.measure.analysis.HarnessFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.RatioFigures;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.Summary;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A measurement's figures as a person reads them in a terminal; where there is no number, the
 * status stands in its place.
 */
public final class MeasurementTable {
  private final Header header;
  private final Analysis analysis;
  private final PrintStream out;
  private final boolean works;
  private final int width;

  private MeasurementTable(MeasurementReport report, PrintStream out) {
    this.header = report.raw().header();
    this.analysis = report.analysis();
    this.out = out;
    this.works = analysis.arms().stream().map(ArmFigure::scenario).distinct().count() > 1;
    this.width =
        Math.max(
            analysis.arms().stream()
                .mapToInt(figure -> name(figure.scenario(), figure.arm()).length())
                .max()
                .orElse(0),
            "wall / ".length() + base().length());
  }

  /** Prints it. */
  public static void print(MeasurementReport report, PrintStream out) {
    MeasurementTable table = new MeasurementTable(report, out);
    table.title();
    table.arms();
    if (table.header.arms().size() > 1) {
      table.comparisons();
      table.others();
    }
    table.footer();
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private void title() {
    line(
        "%n%s: %d of %d blocks, %d rejected and run again, seed %d",
        header.scenario(),
        analysis.blocksDone(),
        analysis.blocksWanted(),
        analysis.blocksRejected(),
        header.seed());
    if (header.busy() != null) {
      line("this machine was busy: %s; nothing here is more than a first look", header.busy());
    }
    if (!analysis.ended().equals("complete")) {
      line("ended early: %s", analysis.ended());
    }
  }

  private void arms() {
    line("%n%s %12s %6s %11s %21s %6s", pad("arm"), "rows", "", "wall s", "range", "cv");
    for (ArmFigure figure : analysis.arms()) {
      if (figure.metric().equals(Metric.WALL.name())) {
        String of = rows(figure.rows());
        Summary summary = figure.summary();
        if (summary == null) {
          line("%s %12s %6s %11s", pad(figure), of, figure.mode().label(), label(figure));
        } else {
          line(
              "%s %12s %6s %11.3f %10.3f-%10.3f %5.1f%%",
              pad(figure),
              of,
              figure.mode().label(),
              summary.median(),
              summary.min(),
              summary.max(),
              summary.cvPct());
        }
      }
    }
  }

  private static String label(ArmFigure figure) {
    return figure.status().label() + ": " + figure.reason();
  }

  private void comparisons() {
    line(
        "%n%s %12s %6s %7s %16s %8s %8s",
        pad("wall / " + base()), "rows", "", "ratio", "95 %", "MDE", "p");
    for (ComparisonFigure c : ofBase(analysis.comparisons())) {
      if (c.metric().equals(Metric.WALL.name())) {
        String what = String.format("%12s %6s", rows(c.rows()), c.mode().label());
        line("%s %s %s", pad(name(c.scenario(), c.candidate())), what, ratio(c));
      }
    }
    for (CompositeFigure c : analysis.composites()) {
      line(
          "%s %12s %6s %7.3f %16s",
          pad(name(c.scenario(), c.candidate())),
          "all sizes",
          c.mode().label(),
          c.estimate(),
          text(c.interval95()));
    }
    out.println();
    groups().forEach(this::sentences);
  }

  /** The pairs of wall times, by what they are of. */
  private Map<String, List<ComparisonFigure>> groups() {
    return analysis.comparisons().stream()
        .filter(c -> c.metric().equals(Metric.WALL.name()) && c.ratio() != null)
        .collect(
            Collectors.groupingBy(
                c ->
                    name(c.scenario(), "%s %s".formatted(rows(c.rows()), c.mode().label()).strip()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private void sentences(String what, List<ComparisonFigure> pairs) {
    PairText.sentences(pairs, MeasurementTable::withClaim)
        .forEach(sentence -> line("%s: %s", what, sentence));
  }

  /** What the pair's blocks bear stands behind what they say. */
  private static String withClaim(ComparisonFigure pair) {
    String claim = pair.finding() == Finding.NO_CLAIM ? "" : pair.claim().words();
    return claim.isEmpty() ? pair.sentence() : pair.sentence() + "; " + claim;
  }

  private List<ComparisonFigure> ofBase(List<ComparisonFigure> all) {
    return all.stream().filter(c -> c.base().equals(base())).toList();
  }

  private static String ratio(ComparisonFigure c) {
    RatioFigures ratio = c.ratio();
    if (ratio == null) {
      return c.status().label() + ": " + c.reason();
    }
    Double mde = ratio.minimumDetectableEffect();
    return String.format(
        Locale.ROOT,
        "%7.3f %16s %8s %8.4f",
        ratio.estimate(),
        text(ratio.interval95()),
        mde == null ? "-" : String.format(Locale.ROOT, "%.1f %%", mde * 100),
        Objects.requireNonNullElse(ratio.pHolm(), ratio.pValue()));
  }

  /** The other metrics, stages among them: where a difference comes from. */
  private void others() {
    List<ComparisonFigure> others =
        analysis.comparisons().stream()
            .filter(c -> !c.metric().equals(Metric.WALL.name()) && c.status() == CellStatus.VALID)
            .toList();
    if (others.isEmpty()) {
      return;
    }
    line("%nOther metrics, each by itself: of so many some will part from 1 by chance.");
    line("%s %12s %-26s %7s %16s", pad("arm / " + base()), "rows", "metric", "ratio", "95 %");
    for (ComparisonFigure c : others) {
      RatioFigures ratio = Objects.requireNonNull(c.ratio());
      line(
          "%s %12s %-26s %7.3f %16s",
          pad(name(c.scenario(), c.candidate())),
          rows(c.rows()),
          c.metric().replace(".elapsed_seconds", " s"),
          ratio.estimate(),
          text(ratio.interval95()));
    }
  }

  private void footer() {
    Set<String> remarks = new LinkedHashSet<>();
    analysis.comparisons().forEach(c -> remarks.addAll(c.remarks()));
    out.println();
    remarks.forEach(remark -> line("note     %s", remark));
    analysis.disturbed().forEach((block, why) -> line("note     block %d: %s", block, why));
    for (HarnessFigure harness : analysis.harness()) {
      line(
          "harness  %s %.2f s of %.2f s a fork (medians)",
          pad(harness.arm()), harness.harness().median(), harness.cycle().median());
    }
    if (analysis.comparisons().isEmpty()) {
      return;
    }
    line("ratio: the Hodges-Lehmann estimate over blocks, with its exact 95 %% interval; p: of no");
    line("difference, after Holm's correction for all pairs of arms. MDE: the least difference");
    line("that so many blocks find with 80 %% power, at their spread.");
  }

  private String base() {
    return header.arms().get(0).name();
  }

  /** With the work, where there is more than one. */
  private String name(String scenario, String what) {
    return works && !scenario.isEmpty() ? scenario + " " + what : what;
  }

  private String pad(ArmFigure figure) {
    return pad(name(figure.scenario(), figure.arm()));
  }

  private String pad(String name) {
    return name.length() >= width ? name : name + " ".repeat(width - name.length());
  }

  private static String rows(long rows) {
    return rows == 0 ? "" : String.format(Locale.ROOT, "%,d", rows);
  }

  private static String text(@Nullable Interval interval) {
    return interval == null
        ? "-"
        : String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
  }
}
