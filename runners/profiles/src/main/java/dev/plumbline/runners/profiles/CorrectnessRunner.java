package dev.plumbline.runners.profiles;

import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The runners that every transform is tested on: what one of them forgives, the other does not. The
 * Flink cluster is started at its first use and serves all tests of a JVM.
 */
public enum CorrectnessRunner {
  /** The DirectRunner with all its checks. */
  DIRECT_ENFORCED,
  /** Flink with parallelism 2. */
  FLINK;

  private static final int PARALLELISM = 2;

  /** Options for a pipeline on this runner. */
  public PipelineOptions options() {
    return switch (this) {
      case DIRECT_ENFORCED -> BeamProfiles.directEnforced(PARALLELISM);
      case FLINK -> BeamProfiles.flink(Shared.CLUSTER, PARALLELISM);
    };
  }

  private static final class Shared {
    static final EmbeddedFlink CLUSTER = EmbeddedFlink.start(PARALLELISM);
  }
}
