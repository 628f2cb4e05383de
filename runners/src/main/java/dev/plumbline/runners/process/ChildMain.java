package dev.plumbline.runners.process;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What every forked JVM does, whatever it is asked for: reads the request, and leaves an answer.
 */
public final class ChildMain {
  // The first thing of all: setting up the log takes a while, and is our work already.
  private static final long BEGUN_NANOS = System.nanoTime();

  private static final Logger log = LoggerFactory.getLogger(ChildMain.class);

  private ChildMain() {}

  /**
   * What it took this JVM to come to this class, in nanoseconds, to the millisecond. Counted from
   * its own first look at the clock, when the system has created the process and loaded the JVM's
   * library.
   */
  public static long startNanos() {
    long sinceNanos = System.nanoTime() - BEGUN_NANOS;
    long uptimeMillis = ManagementFactory.getRuntimeMXBean().getUptime();
    return Math.max(0, TimeUnit.MILLISECONDS.toNanos(uptimeMillis) - sinceNanos);
  }

  /** The tasks by their names. */
  @FunctionalInterface
  public interface Tasks {
    /**
     * The task of that name.
     *
     * @throws ReflectiveOperationException if there is none
     */
    ChildTask named(String name) throws ReflectiveOperationException;
  }

  /** Runs the task, writes its outcome, and ends the process whatever threads are left. */
  public static void run(Path directory, Tasks tasks) {
    ParentWatch parent = ParentWatch.start();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    int exit = ExitCode.FAILED.code();
    try {
      exit = answer(directory, tasks);
    } finally {
      parent.close();
      System.exit(exit);
    }
  }

  /** Runs the task and writes its outcome; returns what the process is to end with. */
  public static int answer(Path directory, Tasks tasks) {
    try {
      ChildOutcome outcome = outcome(directory.toAbsolutePath(), tasks);
      outcome.write(directory);
      return outcome.exitCode();
    } catch (IOException e) {
      log.error("the answer cannot be left in {}: {}", directory, e.toString(), e);
      return ExitCode.FAILED.code();
    }
  }

  private static ChildOutcome outcome(Path directory, Tasks tasks) {
    long started = System.nanoTime();
    List<String> unknown = new ArrayList<>();
    try {
      ForkRequest.Received received = ForkRequest.read(directory);
      unknown.addAll(UnknownFields.names(received.unknown()));
      ForkRequest request = received.request();
      return said(tasks.named(request.task()).run(request, directory)).withUnknown(unknown);
    } catch (UsageException e) {
      return failed(ExitCode.USAGE, e, started).withUnknown(unknown);
    } catch (Throwable e) { // The last resort of a process: nothing above would report it.
      return failed(ExitCode.FAILED, e, started).withUnknown(unknown);
    }
  }

  /** A task that ends against the wish of whoever started it says why on standard error, too. */
  private static ChildOutcome said(ChildOutcome outcome) {
    if (outcome.exitCode() != ExitCode.DONE.code()) {
      log.error("{}", outcome.message());
    }
    return outcome;
  }

  /** The message of an error of the file system is often the file alone. */
  private static String message(Throwable error) {
    return error.getMessage() == null || error instanceof FileSystemException
        ? error.toString().replaceFirst("^java\\.nio\\.file\\.", "")
        : error.getMessage();
  }

  private static ChildOutcome failed(ExitCode exit, Throwable error, long started) {
    String message = Redaction.text(message(error));
    String oneLine = message.replaceAll("\\s*\\R\\s*", " | ");
    String type = error.getClass().getSimpleName();
    // The trace goes to the log file only: the pattern for standard error leaves it out.
    log.error("{}", oneLine.startsWith(type + ": ") ? oneLine : type + ": " + oneLine, error);
    return ChildOutcome.ended(exit, type, oneLine, started);
  }
}
