package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.machine.Telemetry;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.run.SourceCost;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        valid ? cpuSeconds(report) : null,
        valid ? Math.round(gcSeconds * 1e3) / 1e3 : null,
        report.memory().peakRssBytes(),
        report.source() instanceof SourceCost cost && cost.sourceBound(),
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

  private static @Nullable Double cpuSeconds(RunReport report) {
    return report.telemetry().get("before") instanceof Telemetry before
            && report.telemetry().get("after") instanceof Telemetry after
        ? (after.processCpuMillis() - before.processCpuMillis()) / 1e3
        : null;
  }
}
