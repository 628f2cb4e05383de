package dev.plumbline.runners.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.statistics.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a measurement leaves in the history: one line for each arm, size, mode and metric. */
final class HistoryLines {
  private HistoryLines() {}

  static List<HistoryLine> of(MeasurementReport report) {
    return report.analysis().arms().stream()
        .map(figure -> line(report.raw().header(), figure))
        .toList();
  }

  private static HistoryLine line(Header header, ArmFigure figure) {
    return new HistoryLine(
        HistoryLine.VERSION,
        header.envelope().createdAt(),
        header.envelope().runId(),
        defined(figure.scenario().isEmpty() ? header.scenario() : figure.scenario()),
        figure.arm(),
        figure.rows(),
        figure.mode().label(),
        figure.metric(),
        figure.unit(),
        figure.status().label(),
        figure.reason(),
        figures(figure.summary()),
        figure.evidence() == null ? null : figure.evidence().inputDigest(),
        header.fingerprint(),
        build(header, figure.arm()));
  }

  /** A pipeline by its definition, so that its figures outlive no change of it. */
  private static String defined(String scenario) {
    return Workflow.of(scenario).map(Workflow::definition).orElse(scenario);
  }

  private static HistoryLine.@Nullable Figures figures(@Nullable Summary summary) {
    return summary == null
        ? null
        : new HistoryLine.Figures(
            summary.n(),
            summary.median(),
            summary.mean(),
            summary.stddev(),
            summary.min(),
            summary.max());
  }

  /** Of another build only its jar's digest is known. */
  private static String build(Header header, String arm) {
    String other =
        header.arms().stream()
            .filter(a -> a.name().equals(arm) && a.build() != null)
            .map(ArmRecord::build)
            .findFirst()
            .orElse(null);
    if (other != null) {
      return "jar sha256 " + other;
    }
    JsonNode environment = header.envelope().environment();
    String commit = environment.path("commit").asText("unknown");
    return environment.path("project_version").asText() + "+" + commit;
  }
}
