package dev.plumbline.runners.launch;

import java.io.IOException;
import java.util.List;

/**
 * How the JVM is started that speaks for its launcher: a run's, and one that makes the input of a
 * study ready.
 */
@FunctionalInterface
public interface ForkStart {
  /** Starts it. */
  Process start(ChildJvm jvm) throws IOException;

  /** As a process of its own, with this program's classes, that writes there. */
  static ForkStart writing(ForkOutput output) {
    return jvm -> jvm.start(ClassPath.forForks(), List.of(), output);
  }
}
