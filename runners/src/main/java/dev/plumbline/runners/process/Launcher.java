package dev.plumbline.runners.process;

import dev.plumbline.runners.results.JsonOut;
import dev.plumbline.runners.results.OptionsFile;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a run in a JVM of its own: makes the run's directory, forks, opens the run's options while
 * the JVM starts, waits, and settles the directory and the last line.
 *
 * @param environment environment variables of this process
 * @param out where the last line goes
 * @param forkStart starts the JVM
 */
public record Launcher(Map<String, String> environment, PrintStream out, ForkStart forkStart) {
  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
  private static final long PATIENCE_SECONDS = 5;

  public Launcher {
    environment = Map.copyOf(environment);
  }

  /**
   * Does the run to its end and returns the exit code.
   *
   * @throws dev.plumbline.runners.options.UsageException if the results folder or the report's copy
   *     cannot be written
   * @throws IOException if the finished run's directory could not be settled
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  public int run(ForkedRun run) throws IOException, InterruptedException {
    JsonOut.check(run.jsonOut());
    boolean progressBar = Terminal.onStandardError(environment);
    Optional<RunDirectory> begun = forkStart.begun(run, progressBar);
    RunDirectory directory = begun.orElseGet(() -> RunDirectory.create(Path.of(run.resultsDir())));
    RunEnd end = new RunEnd(directory, run, out);
    try (OptionsSource options = run.options()) {
      if (begun.isEmpty()) {
        ForkRequest.announce(directory.partial());
      }
      ChildJvm jvm = new ChildJvm(run.heap(), directory.partial(), progressBar, run.archive());
      StartedJvm child = forkStart.start(jvm);
      Thread hook = new Thread(() -> stop(child, end), "stop-run");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        request(run, options, directory); // while the JVM starts
      } catch (IOException | RuntimeException e) {
        child.process().destroyForcibly().waitFor();
        child.discard();
        removeHook(hook);
        throw e;
      }
      int exit = end.childEnded(child.waitFor());
      removeHook(hook);
      child.settle();
      return exit;
    } catch (IOException | IllegalStateException e) {
      return end.failed(e.getClass().getSimpleName(), "the run could not be done: " + e);
    }
  }

  /** Opens the options, which may start a mine, and asks for the run. */
  private static void request(ForkedRun run, OptionsSource options, RunDirectory directory)
      throws IOException {
    Object told = options.open();
    OptionsFile.write(directory.partial(), told);
    ForkRequest.of(run.task(), told).write(directory.partial());
  }

  /** So that nothing of this run is left in a process that goes on. */
  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("this process is ending already", e);
    }
  }

  /** After a normal end there is nothing left to stop, and a run that is done stays that. */
  private static void stop(StartedJvm child, RunEnd end) {
    Process process = child.process();
    if (process.isAlive()) {
      end.interrupting();
    }
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      if (child.hasAnswered()) {
        end.childEnded(child.exitCode());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    } catch (IOException e) {
      LOG.error("the finished run could not be settled: {}", e.toString());
    }
    child.discard();
    end.interrupted();
  }
}
