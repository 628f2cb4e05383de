package dev.plumbline.runners.run;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.options.RunnerKind;
import java.io.IOException;
import java.util.Optional;

/** No runner at all: the plain loop. */
public record FloorSession(int threads) implements RunnerSession {
  @Override
  public RunnerResult run(PipelineSpec spec, String runId, OutcomeFiles outcome)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    RunFindings findings = FloorRun.run(spec, runId, threads);
    long end = System.nanoTime();
    String floor = RunnerKind.FLOOR.label();
    Evidence.Runner runner = new Evidence.Runner(floor, floor, FloorRun.class.getName(), "");
    return new RunnerResult(findings, start, end, Optional.empty(), Optional.empty(), runner, 0);
  }

  @Override
  public void close() {
    // nothing was started
  }
}
