package dev.plumbline.transforms.fuzz;

import java.util.SplittableRandom;

/**
 * How long a fuzzer runs: {@code -Dfuzz.bodies} bodies, or at least {@code least} bodies and {@code
 * -Dfuzz.seconds}. Body {@code i} depends on the seed ({@code -Dfuzz.seed}) and on {@code i} alone.
 */
public final class FuzzBudget {
  private final long seed;
  private final long bodies;
  private final long least;
  private final long endNanos;
  private long done;

  private FuzzBudget(long seed, long bodies, long least, long nanos) {
    this.seed = seed;
    this.bodies = bodies;
    this.least = least;
    this.endNanos = System.nanoTime() + nanos;
  }

  /** By the system's properties, from now on. */
  public static FuzzBudget start(long seconds, long least) {
    return new FuzzBudget(
        Long.getLong("fuzz.seed", 1),
        Long.getLong("fuzz.bodies", -1),
        least,
        Long.getLong("fuzz.seconds", seconds) * 1_000_000_000L);
  }

  /** So many bodies, whatever the properties say but for the seed. */
  public static FuzzBudget of(long bodies) {
    return new FuzzBudget(Long.getLong("fuzz.seed", 1), bodies, 0, 0);
  }

  /** Whether there is another body to try. */
  public boolean next() {
    boolean more = bodies >= 0 ? done < bodies : done < least || System.nanoTime() < endNanos;
    done += more ? 1 : 0;
    return more;
  }

  /** The randomness of this body. */
  public SplittableRandom random() {
    // Twice, so that the sequences of neighbours do not overlap.
    return new SplittableRandom(new SplittableRandom(seed + done).nextLong());
  }

  /** How many bodies were begun. */
  public long done() {
    return done;
  }

  @Override
  public String toString() {
    return "body " + done + " of -Dfuzz.seed=" + seed;
  }
}
