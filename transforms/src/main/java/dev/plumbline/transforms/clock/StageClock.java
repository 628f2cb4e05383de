package dev.plumbline.transforms.clock;

import com.sun.management.ThreadMXBean;
import java.io.Serializable;
import java.lang.management.ManagementFactory;

/**
 * Notes the work of one stage of one run. {@link #start()} before a piece of work, {@link Lap#stop}
 * behind it, on the same thread. Costs about two microseconds a lap: for pages, never for rows.
 *
 * @param runId the run whose {@link IntervalLog} is written
 * @param stage the stage's name
 */
public record StageClock(String runId, String stage) implements Serializable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Starts a lap on this thread. */
  public Lap start() {
    return new Lap(
        this,
        System.nanoTime(),
        THREADS.getCurrentThreadCpuTime(),
        THREADS.getCurrentThreadAllocatedBytes());
  }

  /**
   * A piece of work under way.
   *
   * @param clock whose work it is
   * @param startNanos {@link System#nanoTime()} at its start
   * @param startCpuNanos the thread's CPU time at its start
   * @param startAllocatedBytes the thread's allocated bytes at its start
   */
  public record Lap(
      StageClock clock, long startNanos, long startCpuNanos, long startAllocatedBytes) {
    /** The work is done and brought out nothing by itself, such as opening or closing a file. */
    public StageInterval stop() {
      return stop(0, 0, 0, 0);
    }

    /**
     * The work is done: it took in so many bytes, and gave out so many rows and bytes after so many
     * retries.
     */
    public StageInterval stop(long rows, long bytesIn, long bytesOut, int retries) {
      long cpu = THREADS.getCurrentThreadCpuTime() - startCpuNanos;
      return stop(cpu, rows, bytesIn, bytesOut, retries);
    }

    /** The work is done; its CPU time was measured elsewhere, since other threads took part. */
    public StageInterval stop(long cpuNanos, long rows, long bytesIn, long bytesOut, int retries) {
      StageInterval interval =
          new StageInterval(
              clock.stage,
              Thread.currentThread().getId(),
              startNanos,
              System.nanoTime(),
              cpuNanos,
              THREADS.getCurrentThreadAllocatedBytes() - startAllocatedBytes,
              rows,
              bytesIn,
              bytesOut,
              retries);
      IntervalLog.add(clock.runId, interval);
      return interval;
    }
  }
}
