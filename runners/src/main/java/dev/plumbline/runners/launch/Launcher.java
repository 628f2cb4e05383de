package dev.plumbline.runners.launch;

import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.options.EltOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a pipeline in a JVM of its own: makes the run's directory, starts the embedded mine here if
 * it is wanted, forks, waits, and settles the directory and the last line.
 *
 * @param task what the fork runs
 * @param environment environment variables of this process
 * @param out where the last line goes
 */
public record Launcher(
    Class<? extends ChildTask> task, Map<String, String> environment, PrintStream out) {
  private static final long PATIENCE_SECONDS = 5;

  public Launcher {
    environment = Map.copyOf(environment);
  }

  /**
   * Does the run to its end and returns the exit code.
   *
   * @throws dev.plumbline.runners.options.UsageException if the results folder cannot be written
   * @throws IOException if the finished run's directory could not be settled
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  public int run(EltOptions options) throws IOException, InterruptedException {
    RunDirectory directory = RunDirectory.create(Path.of(options.resultsDir()));
    RunEnd end = new RunEnd(directory, options, out);
    try (ServedMine mine = ServedMine.of(options)) {
      OptionsFile.write(directory.partial(), mine.options());
      boolean progressBar = Terminal.onStandardError(environment);
      ChildJvm jvm = new ChildJvm(options.heap(), directory.partial(), task, progressBar);
      Process child = jvm.start(ClassPath.current());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child, end), "stop-run"));
      return end.childEnded(child.waitFor());
    } catch (IOException | IllegalStateException e) {
      return end.failed(e.getClass().getSimpleName(), "the run could not be done: " + e);
    }
  }

  /** After a normal end there is nothing left to stop. */
  private static void stop(Process child, RunEnd end) {
    if (child.isAlive()) {
      end.interrupting();
    }
    child.destroy();
    try {
      if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
    }
    end.interrupted();
  }
}
