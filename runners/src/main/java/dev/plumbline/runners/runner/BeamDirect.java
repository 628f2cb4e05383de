package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.runners.profiles.BeamProfiles;
import java.util.List;
import java.util.Optional;

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

  /** It keeps what is grouped, and Beam as an engine groups pages. */
  @Override
  public boolean keepsRows(PipelineSpec spec) {
    return spec.spreads();
  }

  @Override
  public List<Library> libraries() {
    return List.of(new Library("Beam DirectRunner", PACKAGE + "DirectRunner"));
  }

  @Override
  public RunnerSession open(int parallelism) {
    return new Session(label(), parallelism);
  }

  private static final class Session extends BeamSession {
    private final String label;
    private final Cut inside;
    private final Cut spread;

    Session(String label, int parallelism) {
      super(label);
      this.label = label;
      this.inside = new Cut(BeamProfiles.direct(1), new BeamGraph.Shape(1, parallelism));
      this.spread = new Cut(BeamProfiles.direct(parallelism), new BeamGraph.Shape(parallelism, 1));
    }

    /**
     * Its driver looks for work without a pause on every thread that no bundle holds, and takes the
     * cores from those that work (apache/beam#18070). So it has one thread, and stages have theirs
     * inside; but where steps spread a table over workers, it has as many as there are workers.
     */
    @Override
    protected Cut cut(PipelineSpec spec) {
      return spec.spreads() ? spread : inside;
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
