package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.report.Evidence;
import java.io.IOException;
import java.util.Optional;

/** No runner at all: the plain loop. */
public final class FloorRunner implements Runner {
  @Override
  public String label() {
    return "floor";
  }

  @Override
  public String help() {
    return "floor (no Beam)";
  }

  /** Where an engine joins pages without a file between, they are kept until then. */
  @Override
  public boolean keepsRows(PipelineSpec spec) {
    return spec.writeStage().isEmpty();
  }

  @Override
  public RunnerSession open(int parallelism) {
    return new Session(label(), parallelism);
  }

  private record Session(String label, int threads) implements RunnerSession {
    @Override
    public RunnerResult run(PipelineSpec spec, String runId, OutcomeFiles outcome)
        throws IOException, InterruptedException {
      long start = System.nanoTime();
      RunFindings findings = FloorRun.run(spec, runId, threads);
      long end = System.nanoTime();
      Evidence.Runner ran = new Evidence.Runner(label, label, FloorRun.class.getName(), "");
      return new RunnerResult(findings, start, end, Optional.empty(), Optional.empty(), ran, 0);
    }

    @Override
    public void close() {
      // nothing was started
    }
  }
}
