package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.measure.raw.Iteration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of a run's report a measurement keeps. */
final class IterationOfReport {
  private IterationOfReport() {}

  static Iteration of(RunReport report, int iteration, int sizePosition, double gcSeconds) {
    boolean valid = report.cell().shownTiming().isPresent();
    return new Iteration(
        iteration,
        sizePosition,
        report.cell(),
        stageSeconds(report),
        valid ? report.telemetry().cpuSeconds() : null,
        valid ? Math.round(gcSeconds * 1e3) / 1e3 : null,
        report.memory().peakRssBytes(),
        report.source() != null && report.source().sourceBound(),
        report.ledger());
  }

  /** The report has withheld them already if the run is not valid. */
  private static Map<String, Double> stageSeconds(RunReport report) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    report
        .stageTimings()
        .forEach(
            (stage, timing) -> {
              Double elapsed = timing.stage().elapsedSeconds();
              if (elapsed != null) {
                seconds.put(stage, elapsed);
              }
            });
    return seconds;
  }
}
