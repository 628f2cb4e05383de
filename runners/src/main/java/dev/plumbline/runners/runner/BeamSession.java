package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.report.Evidence;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A Beam runner, started. What differs from runner to runner is what is known of a run once it has
 * ended.
 */
public abstract class BeamSession implements RunnerSession {
  /** What is read back where nothing of ours is known to have run. */
  protected static final String UNKNOWN = "unknown";

  private final String label;

  /**
   * A session.
   *
   * @param label the runner that was asked for
   */
  protected BeamSession(String label) {
    this.label = label;
  }

  /**
   * How a pipeline is run.
   *
   * @param options the runner's
   * @param shape how the graph is cut
   */
  public record Cut(PipelineOptions options, BeamGraph.Shape shape) {}

  /**
   * How this one is run. The options were made when the session was opened: the first of a JVM make
   * Beam look at all options there are, for a second that belongs to no run.
   */
  protected abstract Cut cut(PipelineSpec spec);

  /**
   * What is known of a run, read back from what ran it, not from what was asked for.
   *
   * @param ran the label of the runner that did it, or {@value #UNKNOWN}
   * @param jobId the runner's own name of the run; empty if it has none
   * @param translatedNanos when it had turned the graph into what it executes, as {@link
   *     System#nanoTime()} tells it
   * @param restarts subtasks that were started again
   */
  public record Ended(String ran, String jobId, long translatedNanos, long restarts) {}

  /** Knows what came before a run. */
  protected interface Beginning {
    /**
     * What is known of it at its end.
     *
     * @param returnedNanos when {@code run} had come back
     */
    Ended ended(PipelineResult result, long returnedNanos);
  }

  /** A run is about to begin. */
  protected abstract Beginning begin();

  @Override
  public final RunnerResult run(PipelineSpec spec, String runId, OutcomeFiles outcome) {
    Cut cut = cut(spec);
    Beginning beginning = begin();
    long start = System.nanoTime();
    Pipeline pipeline = Pipeline.create(cut.options());
    BeamGraph.build(spec, pipeline, runId, cut.shape(), outcome);
    long constructed = System.nanoTime();
    PipelineResult result = pipeline.run();
    long returned = System.nanoTime();
    PipelineResult.State state = result.waitUntilFinish();
    long end = System.nanoTime();
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException(
          "The pipeline ended in state " + state + " on " + label + ", expected DONE");
    }
    RunFindings findings = outcome.read();
    if (spec.judged() && findings.verdict().isEmpty()) {
      throw new IllegalStateException(
          "The pipeline ended on %s without the judge's verdict, expected one in %s"
              .formatted(label, outcome.directory()));
    }
    Ended ended = beginning.ended(result, returned);
    return new RunnerResult(
        findings,
        start,
        end,
        Optional.of(new Launch(constructed, ended.translatedNanos())),
        Optional.of(StageMetricsReader.read(result.metrics())),
        new Evidence.Runner(label, ended.ran(), result.getClass().getName(), ended.jobId()),
        ended.restarts());
  }

  @Override
  public void close() {
    // what is started with the pipeline ends with it
  }
}
