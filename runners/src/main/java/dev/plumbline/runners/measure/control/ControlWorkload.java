package dev.plumbline.runners.measure.control;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A fixed amount of arithmetic and of memory reads at random places, on every processor at once.
 * What it takes changes only if somebody else uses the processors or the memory, or their clock
 * changes. Takes some tens of milliseconds.
 */
public final class ControlWorkload implements AutoCloseable {
  private static final int STEPS = 400_000;
  private static final int WORDS = 1 << 20; // 8 MiB a thread, beyond most second-level caches
  private static final int ROUNDS = 3;

  /** After a fork the caches hold what was the fork's; these rounds bring back what is ours. */
  private static final int COLD_ROUNDS = 2;

  private static final int WARM_UP_ROUNDS = 30;

  private final ExecutorService threads;
  private final List<long[]> memories;
  private long kept;

  /** Warms up, so that it is compiled before it is believed. */
  public ControlWorkload() throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    threads =
        Executors.newFixedThreadPool(
            processors,
            work -> {
              Thread thread = new Thread(work, "control");
              thread.setDaemon(true);
              return thread;
            });
    memories = IntStream.range(0, processors).mapToObj(i -> memory()).toList();
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      round();
    }
  }

  /** Runs it and returns the seconds of its median round. */
  public double seconds() throws InterruptedException {
    for (int i = 0; i < COLD_ROUNDS; i++) {
      round();
    }
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = round();
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private double round() throws InterruptedException {
    List<Callable<Long>> work =
        memories.stream().<Callable<Long>>map(memory -> () -> walk(memory)).toList();
    long start = System.nanoTime();
    try {
      for (Future<Long> done : threads.invokeAll(work)) {
        kept += done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The control workload failed: " + e.getMessage(), e);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static long[] memory() {
    long[] memory = new long[WORDS];
    Arrays.setAll(memory, i -> i * 0x9E3779B97F4A7C15L);
    return memory;
  }

  /** Marsaglia's xorshift chooses the next place and is mixed with what stands there. */
  private static long walk(long[] memory) {
    long x = 88172645463325252L;
    for (int i = 0; i < STEPS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
      if ((i & 7) == 0) {
        x += memory[(int) x & (WORDS - 1)] | 1;
      }
    }
    return x;
  }

  /** What the walks came to; reading it keeps them from being optimised away. */
  public long result() {
    return kept;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
