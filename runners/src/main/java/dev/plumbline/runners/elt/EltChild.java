package dev.plumbline.runners.elt;

import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.ReportBuilder;
import dev.plumbline.pipelines.report.ReportContext;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.child.ChildMain;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.child.RunIds;
import dev.plumbline.runners.environment.ClassLoadTime;
import dev.plumbline.runners.environment.EnvironmentManifest;
import dev.plumbline.runners.environment.ProcessMemory;
import dev.plumbline.runners.options.EltOptions;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.engine.DuckDb;
import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.QueryException;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs ELT in this JVM: plan, start the runner, run, prove, report. */
public final class EltChild implements ChildTask {
  private static final Logger LOG = LoggerFactory.getLogger(EltChild.class);
  private static final String ENGINE = "duckdb";

  /** For the launcher, which names this class on the child's command line. */
  public EltChild() {}

  @Override
  public ChildOutcome run(Path partialDirectory) throws Exception {
    EltOptions options = OptionsFile.read(partialDirectory, EltOptions.class);
    long begun = System.nanoTime();
    RunReport report = report(options, partialDirectory.toAbsolutePath());
    Files.writeString(partialDirectory.resolve("report.json"), Json.pretty(report));
    ResultTable.print(report, System.out);
    return outcome(report.cell(), options.strictParity(), System.nanoTime() - begun);
  }

  private static RunReport report(EltOptions options, Path directory) throws Exception {
    Ledger ledger = new Ledger();
    ledger.add("jvm_start", ChildMain.startNanos());
    ExportPlan plan = ledger.time("plan", () -> plan(options));
    if (plan.mineRows() < options.rowsTarget()) {
      String notice = "the mine has %,d rows for this query; %,d were asked for: all are exported";
      LOG.warn(notice.formatted(plan.mineRows(), options.rowsTarget()));
    }
    HeapGuard.check(options.runner(), plan, Runtime.getRuntime().maxMemory());
    Path artifacts = Files.createDirectories(directory.resolve("artifacts"));
    DuckDb duckDb =
        new DuckDb(
            options.duckdbThreads(),
            options.duckdbMemoryLimit(),
            System.getProperty("java.io.tmpdir", "."));
    ledger.time(
        "duckdb_load",
        () -> {
          duckDb.open().close();
          return true;
        });
    Measurement measured = measure(options, plan, duckDb, artifacts, RunIds.of(directory), ledger);
    Proof proof =
        ledger.time(
            "verify",
            () ->
                Proof.of(
                    measured.ran().findings(),
                    measured.ran().spec().digest(),
                    plan.pages().rows(),
                    truth(options, plan)));
    ClassLoadTime.nanos().ifPresent(nanos -> ledger.add("class_load", nanos));
    EnvironmentManifest environment = EnvironmentManifest.collect();
    boolean showQuery = options.localMine() || options.showValues();
    ReportContext context =
        new ReportContext(
            RunIds.of(directory),
            ShownOptions.command(options, showQuery),
            ShownOptions.of(options, showQuery),
            environment,
            ledger.entries(),
            measured.source().orElse(null),
            Map.of("before", measured.before(), "after", measured.after()),
            showQuery,
            options.paritySample().show(),
            measured.rssMethod());
    return new ReportBuilder(context, plan, measured.ran(), proof).build(ENGINE, directory);
  }

  private static Measurement measure(
      EltOptions options,
      ExportPlan plan,
      DuckDb duckDb,
      Path artifacts,
      String runId,
      Ledger ledger)
      throws Exception {
    Path outcome = Files.createDirectories(artifacts.resolve("outcome"));
    OutcomeFiles files = new OutcomeFiles(outcome.toString());
    try (RunnerSession session =
        RunnerStart.open(options.runner(), options.parallelism(), files, ledger)) {
      return new Measuring(session, plan, duckDb, artifacts, runId, ledger)
          .run(options.paritySideOutput(), options.paritySample().spec());
    }
  }

  private static ExportPlan plan(EltOptions options) {
    try {
      return ExportPlanner.plan(request(options));
    } catch (QueryException e) {
      throw new UsageException("--query-views: " + e.getMessage());
    }
  }

  private static ExportRequest request(EltOptions options) {
    return new ExportRequest(
        ServiceRoot.parse(options.serviceRoot()),
        options.queryViews(),
        options.queryJoins().stream().map(Join::parse).toList(),
        options.rowsTarget(),
        options.pageSize(),
        options.workers(),
        RetryPolicy.defaults().withTries(options.tries()),
        Limits.defaults());
  }

  private static SourceTruth truth(EltOptions options, ExportPlan plan) {
    return options.localMine()
        ? new MineTruth(
            options.mineSeed(),
            options.mineRows(),
            plan.fetch().query().xml(),
            plan.schema().table().names(),
            plan.pages().rows())
        : SourceTruth.unknown();
  }

  private static ChildOutcome outcome(Cell cell, boolean strictParity, long nanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    String reason = Objects.requireNonNullElse(cell.reason(), "");
    if (cell.evidence().parity().equals("different") && strictParity) {
      return ChildOutcome.failed(
          ExitCode.PARITY_FAILURE, "ParityMismatch", reason, millis, ProcessMemory.peakRssBytes());
    }
    boolean tookAgain = cell.evidence().retries() > 0 || cell.evidence().restarts() > 0;
    if (cell.status() == CellStatus.INVALID && !tookAgain && strictParity) {
      return ChildOutcome.failed(
          ExitCode.INVALID, "InvalidRun", reason, millis, ProcessMemory.peakRssBytes());
    }
    return ChildOutcome.done(millis, ProcessMemory.peakRssBytes());
  }
}
