package dev.plumbline.transforms.parquet;

import java.io.IOException;

/** A file could not be written: names where, and what the system said. */
public final class WriteException extends IOException {
  private static final long serialVersionUID = 1;

  WriteException(String where, IOException cause) {
    super("Cannot write into %s: %s".formatted(where, cause.getMessage()), cause);
  }
}
