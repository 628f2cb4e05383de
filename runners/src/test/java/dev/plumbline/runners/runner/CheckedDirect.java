package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.runners.profiles.BeamProfiles;

/** A runner that the product does not have: the DirectRunner with all its checks. */
public final class CheckedDirect implements Runner {
  @Override
  public String label() {
    return "direct-checked";
  }

  @Override
  public String help() {
    return "direct-checked (with all of Beam's checks)";
  }

  @Override
  public RunnerSession open(int parallelism) {
    return new BeamSession(label()) {
      @Override
      protected Cut cut(PipelineSpec spec) {
        BeamGraph.Shape shape = new BeamGraph.Shape(parallelism, 1);
        return new Cut(BeamProfiles.directEnforced(parallelism), shape);
      }

      @Override
      protected Beginning begin() {
        return (result, returned) -> new Ended(label(), "", returned, 0);
      }
    };
  }
}
