package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.pipelines.report.SourceCost;
import dev.plumbline.pipelines.report.Telemetry;
import dev.plumbline.runners.machine.TelemetryProbe;
import dev.plumbline.runners.process.ProgressLine;
import dev.plumbline.runners.runner.RunnerResult;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.clock.PeakRss;
import dev.plumbline.transforms.clock.ProcessCpu;
import dev.plumbline.transforms.clock.StageInterval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The timed part of a run: nothing happens between its clock's start and end but the pipeline.
 *
 * @param session the runner, started
 * @param mine the address of the mine that is exported from; none if there is none
 * @param rows how many rows go through the pipeline
 * @param artifacts where files go
 * @param runId the run
 * @param ledger where costs beside the time are entered
 */
public record Measuring(
    RunnerSession session,
    Optional<String> mine,
    long rows,
    Path artifacts,
    String runId,
    Ledger ledger) {

  /** Runs the pipeline on the clock. */
  public Measurement run(PipelineSpec spec) throws Exception {
    Optional<MineStatsRequest> served = mine.map(MineStatsRequest::new);
    TelemetryProbe probe = new TelemetryProbe();
    String rssMethod =
        PeakRss.reset() ? "VmHWM, reset for each phase" : "VmHWM of the process, never reset";
    Optional<JsonNode> servedBefore = served.isPresent() ? served.get().send() : Optional.empty();
    servedBefore
        .map(told -> told.get("start_ns"))
        .ifPresent(nanos -> ledger.add("mine_start", nanos.asLong()));
    Telemetry before = probe.snapshot();
    long cpu = ProcessCpu.nanos();
    RanPipeline ran = ran(spec);
    long cpuNanos = ProcessCpu.nanos() - cpu;
    Telemetry after = probe.snapshot();
    Optional<SourceCost> source =
        servedBefore.flatMap(
            b ->
                served
                    .flatMap(MineStatsRequest::send)
                    .map(a -> SourceCost.between(b, a, cpuNanos)));
    RanPipeline counted = source.map(cost -> ran.withServed(cost.rowsServed())).orElse(ran);
    return new Measurement(counted, source, new Telemetry.Both(before, after), rssMethod);
  }

  private RanPipeline ran(PipelineSpec spec) throws Exception {
    String last = spec.writeStage().orElse(Stage.DECODE).label();
    try (ProgressLine progress = ProgressLine.start("export", rows);
        IntervalLog log = IntervalLog.open(runId, interval -> step(progress, last, interval))) {
      RunnerResult result = onRunner(spec);
      Attribution attribution = Attribution.of(log.intervals(), result.evidence());
      List<StageInterval> intervals = attribution.intervals();
      if (!intervals.isEmpty()) {
        WallEdges.micros(intervals, result.window(), result.launch()).forEach(ledger::addMicros);
      }
      return new RanPipeline(
          spec,
          result.findings(),
          RunTimes.of(intervals, result.startNanos(), result.endNanos()),
          attribution.evidence(),
          OptionalLong.empty(),
          result.runner(),
          result.restarts());
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

  private static void step(ProgressLine progress, String last, StageInterval interval) {
    if (interval.stage().equals(last)) {
      progress.step(interval.rows());
    }
  }
}
