package dev.plumbline.runners.profiles;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Pipeline options for each way of running. */
public final class BeamProfiles {
  private BeamProfiles() {}

  /**
   * The DirectRunner as it is timed: it does not check for mutated elements or for what a coder
   * would change, and {@code run} returns when the pipeline is under way.
   */
  public static PipelineOptions direct(int parallelism) {
    DirectOptions options = direct(parallelism, false);
    options.setBlockOnRun(false);
    return options;
  }

  /** The DirectRunner as it is tested with: it checks all that a runner may do to an element. */
  public static PipelineOptions directEnforced(int parallelism) {
    return direct(parallelism, true);
  }

  /** Flink, on an embedded cluster, chained operators handing elements on without copying them. */
  public static PipelineOptions flink(EmbeddedFlink cluster, int parallelism) {
    FlinkPipelineOptions options = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster(cluster.address());
    options.setParallelism(parallelism);
    options.setFilesToStage(List.of(cluster.emptyJarFile().toString()));
    options.setObjectReuse(true);
    return options;
  }

  private static DirectOptions direct(int parallelism, boolean enforce) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(parallelism);
    options.setEnforceImmutability(enforce);
    options.setEnforceEncodability(enforce);
    return options;
  }
}
