package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.runners.profiles.BeamProfiles;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/** Beam's DirectRunner, without its checks. */
public final class BeamDirect implements Runner {
  private static final String PACKAGE = "org.apache.beam.runners.direct.";

  @Override
  public String label() {
    return "direct";
  }

  @Override
  public Optional<String> beamName() {
    return Optional.of("DirectRunner");
  }

  @Override
  public Optional<String> startEntry() {
    return Optional.of("runner_start");
  }

  /** It keeps each bundle's output and grouped state. */
  @Override
  public boolean keepsRows(PipelineSpec spec) {
    return true;
  }

  @Override
  public List<Library> libraries() {
    return List.of(new Library("Beam DirectRunner", PACKAGE + "DirectRunner"));
  }

  @Override
  public RunnerSession open(int parallelism) {
    return new Session(
        label(), BeamProfiles.direct(parallelism), new BeamGraph.Shape(parallelism, parallelism));
  }

  private static final class Session extends BeamSession {
    private final String label;

    Session(String label, PipelineOptions options, BeamGraph.Shape shape) {
      super(label, options, shape);
      this.label = label;
    }

    @Override
    protected Beginning begin() {
      return (result, returned) -> {
        boolean ours = result.getClass().getName().startsWith(PACKAGE);
        return new Ended(ours ? label : UNKNOWN, "", returned, 0);
      };
    }
  }
}
