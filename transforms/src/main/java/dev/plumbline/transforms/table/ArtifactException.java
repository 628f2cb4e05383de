package dev.plumbline.transforms.table;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A stored file is not what it should be: names the file, where it can the line, what was found and
 * what was expected. Never the value of a cell.
 */
public final class ArtifactException extends IOException {
  private static final long serialVersionUID = 1;

  /** Something is wrong with a file as a whole. */
  public ArtifactException(Path file, String what) {
    this("Cannot read %s: %s".formatted(file, what), (Throwable) null);
  }

  /** Something is wrong at a line, counted from 1. */
  public ArtifactException(Path file, long line, String what) {
    this("Cannot read %s, line %d: %s".formatted(file, line, what), (Throwable) null);
  }

  /** The system does not let it be read. */
  public static ArtifactException unreadable(Path file, Exception cause) {
    String reason =
        cause instanceof NoSuchFileException
            ? "there is no such file"
            : String.valueOf(cause.getMessage());
    return new ArtifactException("Cannot read %s: %s".formatted(file, reason), cause);
  }

  /** Says what was being done and what went wrong. */
  public ArtifactException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
