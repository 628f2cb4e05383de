package dev.plumbline.runners.elt;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.runners.options.RunnerKind;
import dev.plumbline.runners.profiles.BeamProfiles;
import dev.plumbline.runners.profiles.EmbeddedFlink;

/**
 * A runner that has been started and can run a pipeline. Its start is not part of any measured
 * time.
 */
sealed interface RunnerSession extends AutoCloseable permits FloorSession, BeamSession {

  /** Starts a runner. */
  static RunnerSession open(RunnerKind kind, int parallelism, OutcomeFiles outcome) {
    return switch (kind) {
      case FLOOR -> new FloorSession(parallelism);
      case DIRECT ->
          new BeamSession(
              kind,
              BeamProfiles.direct(parallelism),
              new BeamGraph.Shape(parallelism, parallelism),
              outcome,
              null);
      case FLINK_LOCAL -> flink(parallelism, outcome);
    };
  }

  private static RunnerSession flink(int parallelism, OutcomeFiles outcome) {
    EmbeddedFlink cluster = EmbeddedFlink.start(parallelism);
    return new BeamSession(
        RunnerKind.FLINK_LOCAL,
        BeamProfiles.flink(cluster, parallelism),
        new BeamGraph.Shape(parallelism, 0),
        outcome,
        cluster);
  }

  /** Runs the pipeline to its end; its stages write the interval log of this run. */
  RunnerResult run(PipelineSpec spec, String runId) throws Exception;

  @Override
  void close();
}
