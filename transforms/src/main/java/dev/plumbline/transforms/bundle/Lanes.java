package dev.plumbline.transforms.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lanes on which a bundle's elements are worked on at once: each has a thread and a state of its
 * own, elements are dealt out to them in turn, and results are given out on the bundle's thread, in
 * the order of the elements. One lane is the bundle's thread itself. A DoFn that uses them gives
 * its last results out when the bundle ends, so that nothing is left between two bundles.
 *
 * @param <S> the state of a lane; it is touched by the lane's thread alone
 * @param <O> what an element's work brings out
 */
public final class Lanes<S, O> implements AutoCloseable {
  private final List<S> states = new ArrayList<>();
  private final List<ExecutorService> threads = new ArrayList<>();
  private final Deque<Future<O>> underWay = new ArrayDeque<>();
  private int next;

  /**
   * Lanes with a fresh state each.
   *
   * @param name of the threads
   * @param count how many, at least 1
   */
  public Lanes(String name, int count, Supplier<S> state) {
    for (int i = 0; i < count; i++) {
      states.add(state.get());
      if (count > 1) {
        threads.add(thread(name + "-" + i));
      }
    }
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Work on a lane.
   *
   * @param <S> the lane's state
   * @param <O> the result
   */
  @FunctionalInterface
  public interface Work<S, O> {
    /** Does it, on the lane's thread. */
    O on(S state) throws Exception;
  }

  /**
   * Gives an element's work to the next lane.
   *
   * @param out takes on this thread what is done by now, of this element or of earlier ones
   * @throws Exception the first failure there was
   */
  public void next(Work<S, O> work, Consumer<O> out) throws Exception {
    underWay.addLast(on(next, work));
    next = (next + 1) % states.size();
    while (!underWay.isEmpty() && underWay.getFirst().isDone()) {
      out.accept(get(underWay.removeFirst()));
    }
  }

  /**
   * Waits for all elements' work.
   *
   * @param out takes on this thread what was not given out yet
   * @throws Exception the first failure there was
   */
  public void await(Consumer<O> out) throws Exception {
    while (!underWay.isEmpty()) {
      out.accept(get(underWay.removeFirst()));
    }
  }

  /**
   * Does the same on each lane, after all that was given to it.
   *
   * @return what each has brought out
   * @throws Exception the first failure there was
   */
  public <R> List<R> each(Work<S, R> work) throws Exception {
    List<Future<R>> all = new ArrayList<>();
    for (int lane = 0; lane < states.size(); lane++) {
      all.add(on(lane, work));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> one : all) {
      results.add(get(one));
    }
    return results;
  }

  private <R> Future<R> on(int lane, Work<S, R> work) throws Exception {
    S state = states.get(lane);
    return threads.isEmpty()
        ? CompletableFuture.completedFuture(work.on(state))
        : threads.get(lane).submit(() -> work.on(state));
  }

  private static <R> R get(Future<R> result) throws Exception {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /** Stops the threads; work that is under way is interrupted, and its results are gone. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
  }
}
