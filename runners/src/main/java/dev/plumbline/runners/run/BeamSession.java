package dev.plumbline.runners.run;

import static java.util.stream.Collectors.toSet;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.options.RunnerKind;
import dev.plumbline.runners.profiles.EmbeddedFlink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** A Beam runner; with Flink, on a cluster of its own inside this JVM. */
record BeamSession(
    RunnerKind kind,
    PipelineOptions options,
    BeamGraph.Shape shape,
    @Nullable EmbeddedFlink cluster)
    implements RunnerSession {
  @Override
  public RunnerResult run(PipelineSpec spec, String runId, OutcomeFiles outcome) {
    Set<String> ranBefore = jobs().stream().map(EmbeddedFlink.Job::id).collect(toSet());
    ClockPair clocks = ClockPair.now();
    long start = System.nanoTime();
    Pipeline pipeline = Pipeline.create(options);
    BeamGraph.build(spec, pipeline, runId, shape, outcome);
    long constructed = System.nanoTime();
    PipelineResult result = pipeline.run();
    long returned = System.nanoTime();
    PipelineResult.State state = result.waitUntilFinish();
    long end = System.nanoTime();
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException(
          "The pipeline ended in state " + state + " on " + kind.label() + ", expected DONE");
    }
    RunFindings findings = outcome.read();
    if (spec.judged() && findings.verdict().isEmpty()) {
      throw new IllegalStateException(
          "The pipeline ended on %s without the judge's verdict, expected one in %s"
              .formatted(kind.label(), outcome.directory()));
    }
    List<EmbeddedFlink.Job> jobs =
        jobs().stream().filter(job -> !ranBefore.contains(job.id())).toList();
    long restarts = jobs.stream().mapToLong(EmbeddedFlink.Job::restarts).sum();
    // On Flink run() returns at the job's end; that the job had begun, the cluster knows.
    long translated =
        jobs.isEmpty() ? returned : clocks.nanoTimeOf(jobs.get(0).initializingMillis());
    return new RunnerResult(
        findings,
        start,
        end,
        Optional.of(new Launch(constructed, translated)),
        Optional.of(StageMetricsReader.read(result.metrics())),
        identity(result, jobs),
        restarts);
  }

  private List<EmbeddedFlink.Job> jobs() {
    return cluster == null ? List.of() : cluster.jobs();
  }

  /** Read back from the result, not from what was asked for. */
  private Evidence.Runner identity(PipelineResult result, List<EmbeddedFlink.Job> jobs) {
    String resultClass = result.getClass().getName();
    RunnerKind actual =
        resultClass.startsWith("org.apache.beam.runners.direct.")
            ? RunnerKind.DIRECT
            : jobs.size() == 1 && jobs.get(0).state().equals("FINISHED")
                ? RunnerKind.FLINK_LOCAL
                : null;
    String jobId = jobs.isEmpty() ? "" : jobs.get(0).id();
    return new Evidence.Runner(
        kind.label(), actual == null ? "unknown" : actual.label(), resultClass, jobId);
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
