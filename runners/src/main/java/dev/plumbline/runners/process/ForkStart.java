package dev.plumbline.runners.process;

import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.util.Optional;

/**
 * How JVMs are started: those that speak for their launcher, which are a run's and one that makes
 * the input of a study ready, and the forks of a measurement.
 */
@FunctionalInterface
public interface ForkStart {
  /** Starts one that speaks for its launcher. */
  StartedJvm start(ChildJvm jvm) throws IOException;

  /**
   * The directory of a run whose JVM has been started before all was known of it; none if there is
   * no such JVM, or it is another than this run's.
   */
  default Optional<RunDirectory> begun(ForkedRun run, boolean progressBar) {
    return Optional.empty();
  }

  /** Starts a fork of a measurement, with these classes, which writes there. */
  default StartedJvm start(ChildJvm jvm, ClassPath classes, ForkOutput output) throws IOException {
    return jvm.start(classes, output);
  }

  /** As a process of its own, with this program's classes, that writes there. */
  static ForkStart writing(ForkOutput output) {
    return jvm -> jvm.start(ClassPath.forForks(), output);
  }
}
