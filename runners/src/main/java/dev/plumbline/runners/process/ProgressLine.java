package dev.plumbline.runners.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the work is, on standard error: a bar on a terminal, else a log line at most every ten
 * seconds. Safe to use from many threads.
 */
public final class ProgressLine implements AutoCloseable {
  /** System property set by the launcher: {@code bar} on a terminal, else {@code log}. */
  public static final String PROPERTY = "plumbline.progress";

  private static final Logger log = LoggerFactory.getLogger(ProgressLine.class);
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long total;
  private final long started = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong nextLog = new AtomicLong(started + INTERVAL_NANOS);
  private final @Nullable ProgressBar bar;

  /** A total that is not known beforehand. */
  public static final long UNKNOWN = -1;

  private ProgressLine(long total, @Nullable ProgressBar bar) {
    this.total = total;
    this.bar = bar;
  }

  /**
   * Starts at nothing.
   *
   * @param task what is being done, in one word
   * @param totalRows of how many rows, or {@link #UNKNOWN}
   */
  public static ProgressLine start(String task, long totalRows) {
    boolean onTerminal = "bar".equals(System.getProperty(PROPERTY));
    return new ProgressLine(totalRows, onTerminal ? bar(task, totalRows) : null);
  }

  /** Says that so many more rows are there. */
  public void step(long rows) {
    long now = done.addAndGet(rows);
    if (bar != null) {
      bar.stepTo(now);
      return;
    }
    long due = nextLog.get();
    long time = System.nanoTime();
    if (time - due >= 0 && nextLog.compareAndSet(due, time + INTERVAL_NANOS)) {
      double seconds = (time - started) / 1e9;
      String of = total == UNKNOWN ? "" : " of " + total;
      log.info("{}{} rows, {} rows/s", now, of, Math.round(now / seconds));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(String task, long totalRows) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(" rows", 1)
        .setInitialMax(totalRows)
        .setUpdateIntervalMillis(250)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .showSpeed()
        .build();
  }
}
