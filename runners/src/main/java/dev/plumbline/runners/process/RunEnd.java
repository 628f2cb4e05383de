package dev.plumbline.runners.process;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.results.JsonOut;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles a run exactly once: gives its directory its last name and prints the last line. The child
 * may end by itself while a signal ends this process; whoever comes second finds it settled.
 */
final class RunEnd {
  private static final Logger log = LoggerFactory.getLogger(RunEnd.class);

  /** What a JVM ends with after Ctrl-C, which reaches the child too, and after SIGTERM. */
  private static final Set<Integer> ENDED_BY_SIGNAL = Set.of(130, 143);

  private final RunDirectory directory;
  private final ForkedRun run;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private volatile boolean interrupted;
  private boolean settled;

  RunEnd(RunDirectory directory, ForkedRun run, PrintStream out) {
    this.directory = directory;
    this.run = run;
    this.out = out;
  }

  /** The child ended with that code; returns the code to end with. */
  synchronized int childEnded(int processExit) throws IOException {
    Optional<ChildOutcome> told =
        ChildOutcome.read(directory.partial()).filter(outcome -> outcome.exitCode() == processExit);
    if (told.isEmpty()) {
      if (interrupted || ENDED_BY_SIGNAL.contains(processExit)) {
        return settleInterrupted();
      }
      return failed(
          "child_died",
          "the run's JVM ended with code "
              + processExit
              + " and left no outcome; if memory ran out, give it more than --heap "
              + run.heap());
    }
    ChildOutcome outcome = told.get();
    boolean whole = processExit == 0 || isJudged(processExit);
    Path place = whole ? directory.publish() : directory.fail();
    Path report = place.resolve(RunDirectory.REPORT);
    if (whole) {
      JsonOut.copy(report, run.jsonOut());
    }
    if (processExit != 0) {
      String left = whole ? "the evidence" : "what is left of the run";
      log.error("{}: {} is in {}", outcome.status(), left, place);
    }
    String kept = Files.exists(report) ? report.toString() : null;
    CellGist gist = CellGist.of(report);
    return settle(RunSummary.ofChild(outcome, run.profileName(), kept, gist), processExit);
  }

  /** The run failed outside the child, or the child without a word; returns the code. */
  synchronized int failed(String errorType, String message) {
    log.error("{}", message);
    keepFailed();
    ExitCode exit = ExitCode.FAILED;
    return settle(
        RunSummary.withoutRun(exit, errorType, elapsedMillis(), run.profileName(), message),
        exit.code());
  }

  /** A signal is about to end this process: the child's end is no fault of its own. */
  void interrupting() {
    interrupted = true;
  }

  /** A signal ends this process, with a code of its own, and the child has ended. */
  synchronized void interrupted() {
    settleInterrupted();
  }

  private int settleInterrupted() {
    keepFailed();
    RunSummary summary = RunSummary.interrupted(elapsedMillis(), run.profileName());
    return settle(summary, ExitCode.FAILED.code());
  }

  private int settle(RunSummary summary, int code) {
    if (!settled) {
      settled = true;
      summary.print(out);
    }
    return code;
  }

  private void keepFailed() {
    if (settled || !Files.exists(directory.partial())) {
      return;
    }
    try {
      log.error("what is left of the run is in {}", directory.fail());
    } catch (IOException e) {
      log.error("could not clear {}: {}", directory.partial(), e.toString());
    }
  }

  private long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /**
   * Whether the run went to its end and its evidence spoke against it: all of it is kept in sight,
   * with a report without times that says what did not match, or why the times are withheld.
   */
  private boolean isJudged(int exit) {
    return ExitCode.isJudgement(exit)
        && Files.exists(directory.partial().resolve(RunDirectory.REPORT));
  }
}
