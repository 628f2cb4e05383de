package dev.plumbline.runners.mine.service;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/** Makes the mine's threads, all daemons, and knows how much CPU time they have used. */
public final class MineThreads implements ThreadFactory {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String prefix;
  private final Set<Thread> running = new HashSet<>();
  private int started;
  private long endedNanos;

  public MineThreads(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public synchronized Thread newThread(Runnable work) {
    Thread thread = new Thread(() -> run(work), prefix + ++started);
    thread.setDaemon(true);
    return thread;
  }

  private void run(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    running.add(Thread.currentThread());
  }

  private synchronized void end() {
    running.remove(Thread.currentThread());
    endedNanos += currentCpuNanos();
  }

  /** User and system time of all threads so far, ended ones included. */
  public synchronized Duration cpu() {
    long nanos = endedNanos;
    for (Thread thread : running) {
      nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
    }
    return Duration.ofNanos(nanos);
  }

  /** CPU time of the calling thread. */
  public static long currentCpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
