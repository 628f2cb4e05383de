package dev.plumbline.transforms.engine;

import org.jspecify.annotations.Nullable;

/** An engine cannot work here: names what is missing, and the one command that mends it. */
public final class EngineUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  /** Says what is missing. */
  public EngineUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
