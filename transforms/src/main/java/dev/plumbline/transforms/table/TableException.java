package dev.plumbline.transforms.table;

import org.jspecify.annotations.Nullable;

/** A stage could not do its work on a table: names the stage's work and what the engine said. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was being done and what went wrong. */
  public TableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
