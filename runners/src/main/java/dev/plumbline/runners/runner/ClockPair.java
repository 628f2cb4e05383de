package dev.plumbline.runners.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Two clocks read together, to carry an instant from one to the other. Right as long as nobody sets
 * the time of day in between.
 *
 * @param epochNanos the time of day, in nanoseconds since 1970 (until 2262)
 * @param nanoTime {@link System#nanoTime()} at the same instant
 */
record ClockPair(long epochNanos, long nanoTime) {
  static ClockPair now() {
    long nanoTime = System.nanoTime();
    return new ClockPair(Duration.between(Instant.EPOCH, Instant.now()).toNanos(), nanoTime);
  }

  /** What {@link System#nanoTime()} was at the beginning of this millisecond since 1970. */
  long nanoTimeOf(long epochMillis) {
    return nanoTime + (TimeUnit.MILLISECONDS.toNanos(epochMillis) - epochNanos);
  }
}
