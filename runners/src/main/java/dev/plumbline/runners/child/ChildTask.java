package dev.plumbline.runners.child;

import dev.plumbline.runners.options.EltOptions;
import java.nio.file.Path;

/**
 * The work of a forked JVM. An implementation is public, has a public constructor without
 * arguments, and is named by its class on the child's command line.
 */
@FunctionalInterface
public interface ChildTask {
  /**
   * Does the work.
   *
   * @param options what to do
   * @param partialDirectory where every artifact goes, the report as {@code report.json}
   * @return how it ended
   * @throws Exception if it failed; the message goes to the user in one line, the trace to the log
   *     of the run. A {@link dev.plumbline.runners.options.UsageException} ends with exit 64.
   */
  ChildOutcome run(EltOptions options, Path partialDirectory) throws Exception;
}
