package dev.plumbline.transforms.mine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A mine could not be reached, refused, or answered something that is not the whole answer. */
public final class MineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean retryable;
  private final Duration notBefore;

  private MineException(
      String message, @Nullable Throwable cause, boolean retryable, Duration notBefore) {
    super(message, cause);
    this.retryable = retryable;
    this.notBefore = notBefore;
  }

  /** An error that the same request may not meet again: a broken connection, a 5xx, a cut body. */
  public static MineException passing(String message, @Nullable Throwable cause) {
    return new MineException(message, cause, true, Duration.ZERO);
  }

  /** The same, where the mine said how long to wait. */
  public static MineException passingAfter(Duration wait, String message) {
    return new MineException(message, null, true, wait);
  }

  /**
   * An error that the same request will meet again: a 4xx, an unknown path, a body of another
   * shape.
   */
  public static MineException lasting(String message, @Nullable Throwable cause) {
    return new MineException(message, cause, false, Duration.ZERO);
  }

  /** The same error, with words before its message that say of what. */
  public MineException of(String what) {
    return new MineException(what + ": " + getMessage(), this, retryable, notBefore);
  }

  /** Whether it is worth asking again. */
  public boolean retryable() {
    return retryable;
  }

  /** How long the mine asked to be left alone; zero if it did not say. */
  public Duration notBefore() {
    return notBefore;
  }
}
