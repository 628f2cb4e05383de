package dev.plumbline.runners.measure;

import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.raw.Journal;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.CellGist;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.report.PageText;
import dev.plumbline.runners.results.JsonOut;
import dev.plumbline.runners.results.ReportFile;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles a measurement once: publishes what it found, or keeps what there is of a measurement that
 * failed or was interrupted.
 */
final class MeasureEnd {
  private static final Logger log = LoggerFactory.getLogger(MeasureEnd.class);

  private final RunDirectory directory;
  private final Study<?> study;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private volatile boolean interrupted;
  private boolean settled;

  MeasureEnd(RunDirectory directory, Study<?> study, PrintStream out) {
    this.directory = directory;
    this.study = study;
    this.out = out;
  }

  /** It came to its end, well or not; returns the exit code. */
  synchronized int report(MeasurementReport report, Study.Made made)
      throws IOException, InterruptedException {
    waitIfInterrupted();
    settled = true;
    ReportFile.write(directory.partial(), made.report());
    MeasurementExit found = MeasurementExit.of(report.raw());
    MeasurementExit ending = study.strictParity() ? found : found.withDifferencesAllowed();
    int code = ending.exit().code();
    boolean whole = ending.exit() == ExitCode.DONE || ExitCode.isJudgement(code);
    Path place = whole ? directory.publish() : directory.fail();
    Path kept = place.resolve(RunDirectory.REPORT);
    JsonOut.copy(kept, study.jsonOut());
    try {
      keepInHistory(report);
    } catch (IOException | IllegalArgumentException e) {
      log.error("the history has no lines of this measurement: {}", e.getMessage());
    }
    out.print(PageText.of(made.page()));
    RunSummary.ofReport(
            ending.exit(),
            ending.errorType(),
            elapsedMillis(),
            study.name(),
            kept.toString(),
            ending.message(),
            MeasurementExit.gist(report.raw()))
        .print(out);
    return code;
  }

  private void keepInHistory(MeasurementReport report) throws IOException {
    HistoryFile history = new HistoryFile(Path.of(study.resultsDir()).resolve(HistoryFile.NAME));
    history.append(HistoryLines.of(report));
    for (HistoryFile.Broken broken : history.read().broken()) {
      log.warn("{}, line {}, is broken: {}", history.file(), broken.line(), broken.problem());
    }
  }

  /** It could not be done; returns the exit code. */
  synchronized int failed(Exception error) throws InterruptedException {
    waitIfInterrupted();
    settled = true;
    String message = "the measurement could not be done: " + error;
    log.error("{}", message);
    keep(false);
    RunSummary.withoutRun(
            ExitCode.FAILED,
            error.getClass().getSimpleName(),
            elapsedMillis(),
            study.name(),
            message)
        .print(out);
    return ExitCode.FAILED.code();
  }

  /** It ended before anything was measured, and said why; returns the exit code. */
  synchronized int ended(ChildOutcome outcome) throws InterruptedException {
    waitIfInterrupted();
    settled = true;
    boolean evidence = ExitCode.isJudgement(outcome.exitCode());
    Path kept = keep(evidence);
    if (kept != null) {
      String left = evidence ? "the evidence" : "what is left of the run";
      log.error("{}: {} is in {}", outcome.status(), left, kept);
    }
    RunSummary.ofChild(outcome, study.name(), null, CellGist.NONE).print(out);
    return outcome.exitCode();
  }

  /** A signal ends this process; its forks end with it. */
  synchronized void interrupted() {
    if (settled) {
      return;
    }
    interrupted = true;
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    Path kept = keep(false);
    if (kept != null) {
      log.error("the forks so far: plumbline measure --from {}", kept.resolve(Journal.FILE));
    }
    RunSummary.interrupted(elapsedMillis(), study.name()).print(out);
  }

  /** What a fork that was stopped by the signal brought must not be settled a second time. */
  void waitIfInterrupted() throws InterruptedException {
    if (interrupted) {
      new CountDownLatch(1).await();
    }
  }

  /**
   * Keeps what there is.
   *
   * @param whole all of it, in sight
   */
  private @Nullable Path keep(boolean whole) {
    try {
      if (!Files.exists(directory.partial())) {
        return null;
      }
      return whole ? directory.publish() : directory.fail();
    } catch (IOException | UncheckedIOException e) {
      log.error("could not clear {}: {}", directory.partial(), e.toString());
      return null;
    }
  }

  private long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }
}
