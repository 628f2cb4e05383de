package dev.plumbline.transforms.table;

import java.io.IOException;

/** A file could not be written: names where, and what the system said. */
public final class WriteException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says where, and what went wrong. */
  public WriteException(String where, IOException cause) {
    super("Cannot write into %s: %s".formatted(where, cause.getMessage()), cause);
  }
}
