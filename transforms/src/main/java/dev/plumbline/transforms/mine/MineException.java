package dev.plumbline.transforms.mine;

import org.jspecify.annotations.Nullable;

/** A mine could not be reached, refused, or answered something that is not the whole answer. */
public final class MineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean retryable;

  private MineException(String message, @Nullable Throwable cause, boolean retryable) {
    super(message, cause);
    this.retryable = retryable;
  }

  /** An error that the same request may not meet again: a broken connection, a 5xx, a cut body. */
  public static MineException passing(String message, @Nullable Throwable cause) {
    return new MineException(message, cause, true);
  }

  /**
   * An error that the same request will meet again: a 4xx, an unknown path, a body of another
   * shape.
   */
  public static MineException lasting(String message, @Nullable Throwable cause) {
    return new MineException(message, cause, false);
  }

  /** Whether it is worth asking again. */
  public boolean retryable() {
    return retryable;
  }
}
