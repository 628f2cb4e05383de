package dev.plumbline.transforms.engine.polars;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Kills a process that is not done in time: whoever reads from it then reads its end. */
final class Watchdog implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private enum State {
    WATCHING,
    BARKED,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WATCHING);
  private final ScheduledFuture<?> alarm;

  private Watchdog(Process process, Duration limit) {
    this.alarm =
        TIMER.schedule(
            () -> {
              if (state.compareAndSet(State.WATCHING, State.BARKED)) {
                process.destroyForcibly();
              }
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Watches a process until it is closed. */
  static Watchdog over(Process process, Duration limit) {
    return new Watchdog(process, limit);
  }

  /** Whether time is up; then the process is killed. If not, it will not be any more. */
  boolean barked() {
    return !state.compareAndSet(State.WATCHING, State.CLOSED) && state.get() == State.BARKED;
  }

  @Override
  public void close() {
    state.compareAndSet(State.WATCHING, State.CLOSED);
    alarm.cancel(false);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "polars-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
