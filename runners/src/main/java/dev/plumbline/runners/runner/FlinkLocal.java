package dev.plumbline.runners.runner;

import static java.util.stream.Collectors.toSet;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.runners.profiles.BeamProfiles;
import dev.plumbline.runners.profiles.EmbeddedFlink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Beam's FlinkRunner, on a cluster of its own inside this JVM. */
public final class FlinkLocal implements Runner {
  @Override
  public String label() {
    return "flink-local";
  }

  @Override
  public Optional<String> beamName() {
    return Optional.of("FlinkRunner");
  }

  @Override
  public Optional<String> startEntry() {
    return Optional.of("minicluster_start");
  }

  @Override
  public List<Library> libraries() {
    return List.of(
        new Library("Beam FlinkRunner", "org.apache.beam.runners.flink.FlinkRunner"),
        new Library("Flink MiniCluster", "org.apache.flink.runtime.minicluster.MiniCluster"));
  }

  @Override
  public RunnerSession open(int parallelism) {
    return new Session(label(), EmbeddedFlink.start(parallelism), parallelism);
  }

  private static final class Session extends BeamSession {
    private final String label;
    private final EmbeddedFlink cluster;
    private final Cut cut;

    Session(String label, EmbeddedFlink cluster, int parallelism) {
      super(label);
      this.label = label;
      this.cluster = cluster;
      this.cut =
          new Cut(BeamProfiles.flink(cluster, parallelism), new BeamGraph.Shape(parallelism, 1));
    }

    @Override
    protected Cut cut(PipelineSpec spec) {
      return cut;
    }

    /** On Flink {@code run} returns at the job's end; that the job had begun, the cluster knows. */
    @Override
    protected Beginning begin() {
      Set<String> before = cluster.jobs().stream().map(EmbeddedFlink.Job::id).collect(toSet());
      ClockPair clocks = ClockPair.now();
      return (result, returned) -> {
        List<EmbeddedFlink.Job> jobs =
            cluster.jobs().stream().filter(job -> !before.contains(job.id())).toList();
        boolean ours = jobs.size() == 1 && jobs.get(0).state().equals("FINISHED");
        return new Ended(
            ours ? label : UNKNOWN,
            jobs.isEmpty() ? "" : jobs.get(0).id(),
            jobs.isEmpty() ? returned : clocks.nanoTimeOf(jobs.get(0).initializingMillis()),
            jobs.stream().mapToLong(EmbeddedFlink.Job::restarts).sum());
      };
    }

    @Override
    public void close() {
      cluster.close();
    }
  }
}
