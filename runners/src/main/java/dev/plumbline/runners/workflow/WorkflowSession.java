package dev.plumbline.runners.workflow;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.pipelines.report.ReportBuilder;
import dev.plumbline.pipelines.report.ReportContext;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.machine.ClassLoadTime;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.Measurement;
import dev.plumbline.runners.run.Measuring;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.runners.serve.LocalMineConfig;
import dev.plumbline.runners.truth.MineTruth;
import dev.plumbline.runners.truth.RecordedTruth;
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
import java.util.Map;
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
   * @throws UsageException if the model has no such view, or the runner cannot hold the rows
   */
  public static ExportPlan plan(WorkflowOptions options) {
    ExportPlan plan;
    try {
      plan = ExportPlanner.plan(request(options));
    } catch (QueryException e) {
      throw new UsageException("--query-views: " + e.getMessage());
    }
    if (plan.mineRows() < options.rowsTarget()) {
      String notice = "the mine has %,d rows for this query; %,d were asked for: all are exported";
      LOG.warn(notice.formatted(plan.mineRows(), options.rowsTarget()));
    }
    HeapGuard.check(options.runner(), plan, Runtime.getRuntime().maxMemory());
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
    SampleSpec sample = options.paritySample().spec();
    return options.pipeline().equals(EtlPipeline.NAME)
        ? EtlPipeline.of(plan, engine, artifacts, options.paritySideOutput(), sample)
        : EltPipeline.of(plan, engine, artifacts, options.paritySideOutput(), sample);
  }

  private static Path artifacts(Path directory) {
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
   */
  public RunReport run(
      PipelineSpec spec, Path directory, String runId, Ledger ledger, Supplier<?> environment)
      throws Exception {
    Measurement measured =
        new Measuring(
                runner,
                Optional.of(plan.fetch().root().url()),
                plan.pages().rows(),
                artifacts(directory),
                runId,
                ledger)
            .run(spec);
    writeRecording();
    Proof exported =
        ledger.time("verify", () -> proof(measured).withMineRowsAfter(plan.mineRowsNow()));
    Proof proof =
        measured.ran().spec().stages().contains(Stage.JOIN)
            ? ledger.time("verify_join", () -> witnessed(exported, measured, directory))
            : exported;
    nameRecording(proof);
    if (keeps(proof)) {
      ledger.time("keep_artifacts", () -> keep(measured, proof, directory));
    }
    ClassLoadTime.nanos().ifPresent(nanos -> ledger.add("class_load", nanos));
    boolean showQuery = options.showsRows();
    ReportContext context =
        new ReportContext(
            runId,
            ShownOptions.command(options, showQuery),
            ShownOptions.of(options, showQuery),
            environment.get(),
            ledger.entries(),
            measured.source().orElse(null),
            Map.of("before", measured.before(), "after", measured.after()),
            showQuery,
            options.paritySample().show(),
            measured.rssMethod());
    return new ReportBuilder(context, plan, measured.ran(), proof).build(engine.start(), directory);
  }

  private Proof proof(Measurement measured) throws Exception {
    return Proof.of(measured.ran().findings(), measured.ran().spec(), plan.pages().rows(), truth());
  }

  /** A replayed run's rows are on the disk already; rows that are wrong are nothing to keep. */
  private boolean keeps(Proof proof) {
    return options.keeping().artifacts()
        && options.mineKind() != MineKind.RECORDED
        && proof.mismatch().isEmpty();
  }

  private boolean keep(Measurement measured, Proof proof, Path directory) throws IOException {
    try {
      new KeptArtifacts(options, plan, artifacts(directory)).keep(measured.ran(), proof);
    } catch (IOException e) {
      throw new IOException(
          "the rows cannot be kept for replays, in %s and %s: %s"
              .formatted(options.keeping().rowStreamDir(), artifacts(directory), e),
          e);
    }
    return true;
  }

  /** With what another engine makes of the same files, if the files are right. */
  private Proof witnessed(Proof exported, Measurement measured, Path directory) throws Exception {
    if (exported.mismatch().isPresent()) {
      return exported;
    }
    JoinWitness witness = new JoinWitness(options, directory.resolve("witness"));
    Comparison relations = witness.compare(engine, measured.ran());
    Proof joined = seen(exported.with(Proof.JOIN, relations), relations.left());
    Optional<OtherWorkflow> other =
        OtherWorkflow.find(
            directory.resolveSibling(""),
            OtherWorkflow.of(options.pipeline()),
            exported.files().witness().digest().content().hex());
    return other.isEmpty()
        ? joined
        : joined.with(
            Proof.WORKFLOWS,
            RelationProof.of(
                options.pipeline() + " relation",
                JoinWitness.relation(measured.ran()),
                "%s relation of run %s"
                    .formatted(OtherWorkflow.of(options.pipeline()), other.get().runId()),
                other.get().files(),
                options.paritySample().spec()));
  }

  /** With the relation as join gave it out, held to its files. */
  private static Proof seen(Proof proof, Witness files) {
    return proof
        .verdict()
        .map(ParityVerdict::joined)
        .map(given -> new Witness("join side output", "packed pages", given))
        .map(given -> proof.with(Proof.RELATION, Comparison.of(given, files)))
        .orElse(proof);
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

  private SourceTruth truth() throws RecordingUnreadable {
    if (options.mineKind() == MineKind.LOCAL) {
      return new MineTruth(
          LocalMineConfig.of(options),
          plan.fetch().query().xml(),
          plan.schema().table().names(),
          plan.pages().rows());
    }
    Optional<Path> recorded = recorded();
    return recorded.isEmpty()
        ? SourceTruth.unknown()
        : RecordedTruth.of(Recording.read(recorded.get()), plan.schema(), plan.pages().rows());
  }

  /** Where the pages of this run lie, if they do. */
  private Optional<Path> recorded() {
    String replayed = options.pages().replayFrom();
    String kept = options.pages().recordTo();
    return Optional.ofNullable(replayed)
        .map(Path::of)
        .or(() -> Optional.ofNullable(kept).map(f -> RecordingManifest.partial(Path.of(f))));
  }

  private static ExportRequest request(WorkflowOptions options) {
    Duration wait = Duration.ofMillis(Math.round(options.retryWaitSeconds() * 1e3));
    Duration longest = Duration.ofSeconds(options.requestTimeoutSeconds());
    return new ExportRequest(
        ServiceRoot.parse(options.serviceRoot()),
        options.queryViews(),
        options.queryJoins().stream().map(Join::parse).toList(),
        options.rowsTarget(),
        options.pageSize(),
        options.workers(),
        RetryPolicy.waiting(options.tries(), wait),
        Limits.defaults()
            .withCall(longest)
            .within(Runtime.getRuntime().maxMemory(), options.workers()),
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
