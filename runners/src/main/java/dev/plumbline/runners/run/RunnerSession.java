package dev.plumbline.runners.run;

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
public sealed interface RunnerSession extends AutoCloseable permits FloorSession, BeamSession {

  /** Starts a runner. */
  static RunnerSession open(RunnerKind kind, int parallelism) {
    return switch (kind) {
      case FLOOR -> new FloorSession(parallelism);
      case DIRECT ->
          new BeamSession(
              kind,
              BeamProfiles.direct(parallelism),
              new BeamGraph.Shape(parallelism, parallelism),
              null);
      case FLINK_LOCAL -> flink(parallelism);
    };
  }

  private static RunnerSession flink(int parallelism) {
    EmbeddedFlink cluster = EmbeddedFlink.start(parallelism);
    return new BeamSession(
        RunnerKind.FLINK_LOCAL,
        BeamProfiles.flink(cluster, parallelism),
        new BeamGraph.Shape(parallelism, 0),
        cluster);
  }

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
