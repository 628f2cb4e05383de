package dev.plumbline.runners.study.reread;

import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import java.io.PrintStream;
import java.util.List;

/** What came of it, and how a person reads it. */
record RereadReport(List<String> engines, long rows, MeasurementReport measurement) {
  void print(PrintStream out) {
    out.println("rows read again: " + rows);
    for (ArmFigure figure : measurement.analysis().arms()) {
      if (figure.metric().equals(Metric.WALL.name())) {
        out.println(figure.arm() + " " + figure.status().label());
      }
    }
  }
}
