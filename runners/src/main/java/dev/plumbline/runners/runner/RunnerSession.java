package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.OutcomeFiles;

/**
 * A runner that has been started and can run a pipeline. Its start is not part of any measured
 * time.
 */
public interface RunnerSession extends AutoCloseable {
  /**
   * Runs the pipeline to its end; its stages write the interval log of this run. May be called
   * again, for another run.
   *
   * @param outcome where the workers of a Beam runner leave their findings: a directory of this run
   */
  RunnerResult run(PipelineSpec spec, String runId, OutcomeFiles outcome) throws Exception;

  @Override
  void close();
}
