package dev.plumbline.runners.study;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.results.OptionsFile;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JVM that makes everything ready before anything is measured. */
public final class PreparingJvm {
  private static final Logger log = LoggerFactory.getLogger(PreparingJvm.class);

  private PreparingJvm() {}

  /**
   * Runs it to its end. If it fails, its log is kept with the run's.
   *
   * @param directory an existing directory of the run that it leaves everything in, absolute
   * @param told what it is told
   * @param start starts it
   * @throws StudyEnded if it did not end well
   */
  public static void run(
      Path directory, Class<? extends ChildTask> task, String heap, Object told, ForkStart start)
      throws IOException, InterruptedException, StudyEnded {
    OptionsFile.write(directory, told);
    ForkRequest.of(task, told).write(directory);
    int exit = start.start(new ChildJvm(heap, directory, false, null)).waitFor();
    FileTree.delete(directory.resolve(RunDirectory.TMP));
    if (exit != ExitCode.DONE.code()) {
      RunDirectory.rescue(directory, directory.resolveSibling(""));
      throw new StudyEnded(
          ChildOutcome.read(directory)
              .filter(outcome -> outcome.exitCode() == exit)
              .orElseGet(() -> died(exit)));
    }
  }

  private static ChildOutcome died(int exit) {
    String message =
        "the JVM that makes the input ready ended with code " + exit + " and left no word";
    log.error("{}", message);
    return ChildOutcome.failed(ExitCode.FAILED, "child_died", message, 0, 0);
  }
}
