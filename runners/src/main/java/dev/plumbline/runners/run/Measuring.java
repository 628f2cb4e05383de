package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageTime;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.child.ProgressLine;
import dev.plumbline.runners.environment.Telemetry;
import dev.plumbline.runners.environment.TelemetryProbe;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.clock.PeakRss;
import dev.plumbline.transforms.clock.ProcessCpu;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The timed part of a run: nothing happens between its clock's start and end but the pipeline.
 *
 * @param session the runner, started
 * @param plan what is exported
 * @param artifacts where files go
 * @param runId the run
 * @param ledger where costs beside the time are entered
 */
public record Measuring(
    RunnerSession session, ExportPlan plan, Path artifacts, String runId, Ledger ledger) {

  /** Runs the pipeline on the clock. */
  public Measurement run(PipelineSpec spec) throws Exception {
    MineStatsRequest mine = new MineStatsRequest(plan.fetch().root().url());
    TelemetryProbe probe = new TelemetryProbe();
    String rssMethod =
        PeakRss.reset() ? "VmHWM, reset for each phase" : "VmHWM of the process, never reset";
    Optional<JsonNode> servedBefore = mine.send();
    servedBefore
        .map(told -> told.get("start_ns"))
        .ifPresent(nanos -> ledger.add("mine_start", nanos.asLong()));
    Telemetry before = probe.snapshot();
    long cpu = ProcessCpu.nanos();
    RanPipeline ran = ran(spec);
    long cpuNanos = ProcessCpu.nanos() - cpu;
    Telemetry after = probe.snapshot();
    Optional<SourceCost> source =
        servedBefore.flatMap(b -> mineAfter(mine).map(a -> SourceCost.between(b, a, cpuNanos)));
    RanPipeline counted = source.map(cost -> ran.withServed(cost.rowsServed())).orElse(ran);
    return new Measurement(counted, source, before, after, rssMethod);
  }

  private RanPipeline ran(PipelineSpec spec) throws Exception {
    try (ProgressLine progress = ProgressLine.start("export", plan.pages().rows());
        IntervalLog log =
            IntervalLog.open(
                runId, interval -> step(progress, interval.stage(), interval.rows()))) {
      RunnerResult result = onRunner(spec);
      RunTimes times = RunTimes.of(log.intervals(), result.startNanos(), result.endNanos());
      WallEdges.micros(log.intervals(), result.window(), result.launch())
          .forEach(ledger::addMicros);
      Map<String, Long> attempted =
          result.attemptedRows().isEmpty() ? rows(times) : result.attemptedRows();
      return new RanPipeline(
          spec, result.findings(), times, attempted, result.runner(), result.restarts());
    }
  }

  private RunnerResult onRunner(PipelineSpec spec) throws RunFailure, InterruptedException {
    try {
      Path outcome = Files.createDirectories(artifacts.resolve("outcome"));
      return session.run(spec, runId, new OutcomeFiles(outcome.toString()));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) { // whatever a runner wraps errors in
      throw RunFailure.of(e);
    }
  }

  private static void step(ProgressLine progress, String stage, long rows) {
    if (stage.equals(Stage.PARQUET_WRITE.label())) {
      progress.step(rows);
    }
  }

  private static Map<String, Long> rows(RunTimes times) {
    Map<String, Long> rows = new HashMap<>();
    for (Map.Entry<String, StageTime> stage : times.stages().entrySet()) {
      rows.put(stage.getKey(), stage.getValue().rows());
    }
    return rows;
  }

  private static Optional<JsonNode> mineAfter(MineStatsRequest mine) {
    try {
      return mine.send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
