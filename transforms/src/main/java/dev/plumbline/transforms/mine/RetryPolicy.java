package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often a request is tried, and how long is waited between: {@code min(step x attempt, cap)},
 * or as long as the mine asks for with {@code Retry-After}, if that is more, but never above a
 * minute.
 *
 * @param tries how often in all, at least 1
 * @param step the wait after the first failure
 * @param cap the longest wait
 */
public record RetryPolicy(int tries, Duration step, Duration cap) implements Serializable {
  private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);
  private static final int LONGEST_STEPS = 6;
  private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(1);

  /** Rejects less than one try. */
  public RetryPolicy {
    if (tries < 1) {
      throw new IllegalArgumentException(
          "A request is tried at least once, not " + tries + " times");
    }
  }

  /** 5 tries, waiting 2, 4, 6 and 8 seconds. */
  public static RetryPolicy defaults() {
    return waiting(5, Duration.ofSeconds(2));
  }

  /** So many tries, waiting this long, then twice as long, and never more than six times. */
  public static RetryPolicy waiting(int tries, Duration step) {
    return new RetryPolicy(tries, step, step.multipliedBy(LONGEST_STEPS));
  }

  /**
   * An answer and what it took.
   *
   * @param value the answer
   * @param retries how many requests failed before it
   */
  public record Answer<T>(T value, int retries) {}

  /**
   * Asks until there is an answer, an error that will come again, or no try left; then the last
   * error stands.
   *
   * @throws MineException the last error, with the number of tries
   */
  public <T> Answer<T> ask(Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return new Answer<>(request.get(), attempt - 1);
      } catch (MineException e) {
        if (!e.retryable()) {
          throw e;
        }
        if (attempt >= tries) {
          throw MineException.lasting(e.getMessage() + " (after " + attempt + " tries)", e);
        }
        LOG.warn("asked again after try {} of {}: {}", attempt, tries, e.getMessage());
        pause(attempt, e);
      }
    }
  }

  private void pause(int attempt, MineException failure) {
    Duration own = least(step.multipliedBy(attempt), cap);
    Duration asked = least(failure.notBefore(), LONGEST_ASKED_FOR);
    try {
      Thread.sleep(Math.max(own.toMillis(), asked.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MineException.lasting(failure.getMessage() + " (given up: interrupted)", failure);
    }
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
