package dev.plumbline.transforms.engine.polars;

import org.jspecify.annotations.Nullable;

/** A worker cannot be talked to any more: says what happened. */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  WorkerFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
