package dev.plumbline.parity.read;

import org.jspecify.annotations.Nullable;

/** A table could not be read to be judged: nothing is known of its parity. */
public final class ParityReadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was being read, what was found and what was expected. */
  public ParityReadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static ParityReadException type(String column, String found) {
    return new ParityReadException(
        "Column '%s' has type %s; expected an integer, a floating-point or decimal number, a boolean, a date, a timestamp or text"
            .formatted(column, found),
        null);
  }
}
