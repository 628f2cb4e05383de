package dev.plumbline.runners.process;

import java.nio.file.Path;

/**
 * The work of a forked JVM. An implementation is public, has a public constructor without
 * arguments, and a {@link TaskName} that {@code ForkMain} knows.
 */
@FunctionalInterface
public interface ChildTask {
  /**
   * Does the work.
   *
   * @param request what to do
   * @param directory the run's directory, absolute: every artifact goes there, the report as {@code
   *     report.json}
   * @return how it ended
   * @throws Exception if it failed; the message goes to the user in one line, the trace to the log
   *     of the run. A {@link dev.plumbline.runners.options.UsageException} ends with exit 64.
   */
  ChildOutcome run(ForkRequest request, Path directory) throws Exception;
}
