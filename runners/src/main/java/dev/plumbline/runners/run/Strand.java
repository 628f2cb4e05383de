package dev.plumbline.runners.run;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/**
 * Work beside this thread that is over when it is closed, whether anybody has asked for what it
 * brings or not: the files that it reads and writes may be removed then.
 *
 * @param work the work; none if there is nothing to do
 * @param <T> what it brings
 */
record Strand<T>(Optional<Beside<T>> work) implements AutoCloseable {

  /** Starts it, if it is wanted. */
  static <T> Strand<T> of(boolean wanted, String name, Callable<T> work) {
    return new Strand<>(wanted ? Optional.of(Beside.start(name, work)) : Optional.empty());
  }

  /** Waits for it; throws what it has thrown. */
  Optional<T> get() throws Exception {
    return work.isPresent() ? Optional.of(work.get().get()) : Optional.empty();
  }

  /** What nobody has asked for is no error of the run: something else ended it before. */
  @Override
  public void close() {
    try {
      get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) { // an error, too: it is not what the run ended by
      LoggerFactory.getLogger(Strand.class).debug("work beside a run that ended otherwise", e);
    }
  }
}
