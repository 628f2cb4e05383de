package dev.plumbline.runners.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on beside this thread, in one of its own that no process waits for: what starts
 * before a clock does, and does not need what else starts.
 *
 * @param <T> what it brings
 */
public final class Beside<T> {
  private final FutureTask<T> task;

  private Beside(Callable<T> work) {
    this.task = new FutureTask<>(work);
  }

  /** Starts it; the thread has the class loader of this one. */
  public static <T> Beside<T> start(String name, Callable<T> work) {
    Beside<T> beside = new Beside<>(work);
    Thread thread = new Thread(beside.task, name);
    thread.setDaemon(true);
    thread.start();
    return beside;
  }

  /** The same, but that this thread does it when it needs it. */
  public static <T> Beside<T> later(Callable<T> work) {
    return new Beside<>(work);
  }

  /** Waits for it, or does what nobody does; throws what it has thrown. */
  public T get() throws Exception {
    task.run(); // nothing if it is under way or done
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
