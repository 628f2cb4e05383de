package dev.plumbline.runners.study.reread;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Row;
import java.util.List;

/** What came of it, and how a person reads it. */
record RereadReport(
    @JsonUnwrapped Envelope envelope,
    List<String> engines,
    long rows,
    MeasurementReport measurement)
    implements Report {
  Page page() {
    return Page.of(
        Paragraph.of("rows read again: " + rows),
        Table.facts(
            measurement.analysis().arms().stream()
                .filter(figure -> figure.metric().equals(Metric.WALL.name()))
                .map(figure -> Row.of(figure.arm(), figure.status().label()))
                .toList()));
  }
}
