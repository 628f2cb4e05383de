package dev.plumbline.runners.process;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * The last line of standard output: how a command ended, for scripts.
 *
 * @param status a word of {@link ExitCode#status()}
 * @param errorType kind of the error; null if there was none
 * @param elapsedMs wall time in milliseconds
 * @param maxRssBytes the most memory the run's JVM held; null if none ran or it could not tell
 * @param torMode {@code direct}: no proxy is used
 * @param proxyUrlScheme null: no proxy is used
 * @param profileName what that which was asked is called, such as a mine; null if it has no name or
 *     was not settled
 * @param report path of the report; null if there is none
 * @param exitCode what the process ends with; null if a signal ended it
 * @param message the error in one line; null if there was none
 * @param cellStatus whether there is a time, as {@link CellGist} says
 * @param cellReason why there is none
 * @param parity what the proof said
 */
public record RunSummary(
    String status,
    @Nullable String errorType,
    long elapsedMs,
    @Nullable Long maxRssBytes,
    String torMode,
    @Nullable String proxyUrlScheme,
    @Nullable String profileName,
    @Nullable String report,
    @Nullable Integer exitCode,
    @Nullable String message,
    @Nullable String cellStatus,
    @Nullable String cellReason,
    @Nullable String parity) {

  /** The summary of a run whose JVM told how it ended. */
  public static RunSummary ofChild(
      ChildOutcome outcome, @Nullable String profile, @Nullable String report, CellGist gist) {
    return new RunSummary(
        outcome.status(),
        outcome.errorType(),
        outcome.elapsedMillis(),
        outcome.maxRssBytes() > 0 ? outcome.maxRssBytes() : null,
        "direct",
        null,
        profile,
        report,
        outcome.exitCode(),
        outcome.message(),
        gist.status(),
        gist.reason(),
        gist.parity());
  }

  /** The summary of a command that left a report itself, without a run's JVM. */
  public static RunSummary ofReport(
      ExitCode exit,
      @Nullable String errorType,
      long elapsedMs,
      @Nullable String profile,
      @Nullable String report,
      @Nullable String message,
      CellGist gist) {
    return new RunSummary(
        exit.status(),
        errorType,
        elapsedMs,
        null,
        "direct",
        null,
        profile,
        report,
        exit.code(),
        message,
        gist.status(),
        gist.reason(),
        gist.parity());
  }

  /** The summary of a run that a signal ended. */
  public static RunSummary interrupted(long elapsedMs, @Nullable String profile) {
    String type = "interrupted";
    return new RunSummary(
        ExitCode.FAILED.status(),
        type,
        elapsedMs,
        null,
        "direct",
        null,
        profile,
        null,
        null,
        type,
        null,
        null,
        null);
  }

  /** The summary of a command that ended before a run's JVM could say anything. */
  public static RunSummary withoutRun(
      ExitCode exit,
      @Nullable String errorType,
      long elapsedMs,
      @Nullable String profile,
      @Nullable String message) {
    return new RunSummary(
        exit.status(),
        errorType,
        elapsedMs,
        null,
        "direct",
        null,
        profile,
        null,
        exit.code(),
        message,
        null,
        null,
        null);
  }

  /** Prints it as one line. */
  public void print(PrintStream out) {
    out.println(Json.line(this));
    out.flush();
  }
}
