package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.ReportBuilder;
import dev.plumbline.pipelines.report.ReportContext;
import dev.plumbline.pipelines.report.ReportTime;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.machine.ClassLoadTime;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.ShownOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.QueryException;
import dev.plumbline.transforms.mine.Recorder;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.record.PageRecorder;
import dev.plumbline.transforms.record.RecordedExport;
import dev.plumbline.transforms.record.RecordingManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ELT or ETL at one size, planned, on a runner that has been started: it can be run once, or
 * several times. Each run is proven and reported by itself.
 *
 * @param options what was asked for
 * @param plan what is exported
 * @param engine the engine, started
 * @param runner the runner, started; whoever opened it closes it
 */
public record WorkflowSession(
    WorkflowOptions options, ExportPlan plan, Engine engine, RunnerSession runner) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowSession.class);

  /**
   * Asks the mine what there is to export.
   *
   * @throws UsageException if the model has no such view
   */
  public static ExportPlan plan(WorkflowOptions options) {
    ExportPlan plan;
    try {
      plan = ExportPlanner.plan(request(options));
    } catch (QueryException e) {
      throw new UsageException("--query-views: " + e.getMessage());
    }
    if (plan.mineRows() < options.paging().rowsTarget()) {
      String notice = "the mine has %,d rows for this query; %,d were asked for: all are exported";
      LOG.warn(notice.formatted(plan.mineRows(), options.paging().rowsTarget()));
    }
    return plan;
  }

  /**
   * The pipeline of a run.
   *
   * @param directory an existing directory of this run, absolute; its files go into {@code
   *     artifacts} there
   */
  public PipelineSpec spec(Path directory) throws IOException {
    Path artifacts = Files.createDirectories(artifacts(directory));
    SampleSpec sample = options.proof().paritySample().spec();
    return options
        .workflow()
        .spec(plan, engine, artifacts, options.proof().paritySideOutput(), sample);
  }

  static Path artifacts(Path directory) {
    return directory.resolve("artifacts");
  }

  /**
   * Runs, proves and reports.
   *
   * @param spec the pipeline, of the same directory
   * @param directory an existing directory of this run, absolute; its files go into {@code
   *     artifacts} there
   * @param runId the run
   * @param ledger what stands in it already, and what the run enters, is in the report
   * @param environment asked for after the clock has stopped
   * @throws UsageException if the runner cannot hold the rows
   */
  public RunReport run(
      PipelineSpec spec, Path directory, String runId, Ledger ledger, Supplier<?> environment)
      throws Exception {
    HeapGuard.check(options.running().runner(), plan, spec, Runtime.getRuntime().maxMemory());
    Measurement measured =
        new Measuring(
                runner,
                Optional.of(plan.fetch().root().url()),
                plan.pages().rows(),
                artifacts(directory),
                runId,
                ledger)
            .run(spec);
    Beside<JsonNode> collected =
        Beside.start("environment", () -> Json.mapper().valueToTree(environment.get()));
    writeRecording();
    Proof proof = new WorkflowProof(options, plan, engine, directory).of(measured.ran(), ledger);
    ClassLoadTime.nanos().ifPresent(nanos -> ledger.add("class_load", nanos));
    boolean showQuery = options.showsRows();
    ReportContext context =
        new ReportContext(
            new Envelope(
                RunReport.VERSION,
                runId,
                ReportTime.now(),
                ShownOptions.command(options),
                ShownOptions.of(options).without("command"),
                collected.get()),
            ledger.entries(),
            measured.source().orElse(null),
            measured.telemetry(),
            showQuery,
            options.proof().paritySample().show(),
            measured.rssMethod());
    RunReport report =
        new ReportBuilder(context, plan, measured.ran(), proof).build(engine.start(), directory);
    nameRecording(proof); // until here its pages may be read again
    return report;
  }

  private void writeRecording() throws IOException {
    String folder = options.pages().recordTo();
    if (folder != null) {
      RecordedExport export =
          new RecordedExport(
              plan.fetch().root().url(),
              plan.fetch().query(),
              plan.pages().rows(),
              plan.pages().pageSize());
      RecordingManifest.write(Path.of(folder), export);
    }
  }

  /**
   * Pages that the proof speaks against are no recording: a replay would prove them by themselves.
   */
  private void nameRecording(Proof proof) throws IOException {
    String folder = options.pages().recordTo();
    if (folder == null) {
      return;
    }
    boolean changed = proof.mineRowsAfter().orElse(plan.mineRows()) != plan.mineRows();
    if (changed || proof.mismatch().isPresent()) {
      LOG.warn("the pages were not recorded: the proof speaks against them");
    } else {
      RecordingManifest.name(Path.of(folder));
      LOG.info("the pages were recorded into {}", folder);
    }
  }

  private static ExportRequest request(WorkflowOptions options) {
    Duration wait = Duration.ofMillis(Math.round(options.paging().retryWaitSeconds() * 1e3));
    Duration longest = Duration.ofSeconds(options.paging().requestTimeoutSeconds());
    return new ExportRequest(
        ServiceRoot.parse(options.mine().serviceRoot()),
        options.query().views(),
        options.query().joins().stream().map(Join::parse).toList(),
        options.paging().rowsTarget(),
        options.paging().pageSize(),
        options.paging().workers(),
        RetryPolicy.waiting(options.paging().tries(), wait),
        Limits.defaults()
            .withCall(longest)
            .within(Runtime.getRuntime().maxMemory(), options.paging().workers()),
        recorder(options));
  }

  private static Recorder recorder(WorkflowOptions options) {
    String folder = options.pages().recordTo();
    try {
      return folder == null ? Recorder.none() : PageRecorder.into(Path.of(folder));
    } catch (IOException e) {
      throw new UsageException("--record-pages: " + e.getMessage());
    }
  }
}
