package dev.plumbline.runners.process;

import java.io.IOException;

/**
 * Where a forked run's options come from. Options that are settled already are a lambda. A source
 * that must start something first, such as a server that the run asks, starts it in {@link #open}
 * and ends it in {@link #close}.
 */
@FunctionalInterface
public interface OptionsSource extends AutoCloseable {
  /**
   * Called once, in the launcher's process, when the run's directory is there.
   *
   * @return the record that the forked JVM shall read
   * @throws IOException if what the run needs cannot be started; so may an IllegalStateException
   *     say. Either ends the run with exit 1.
   */
  Object open() throws IOException;

  /** Called once after the forked JVM has ended, and after an {@link #open} that failed. */
  @Override
  default void close() {}
}
