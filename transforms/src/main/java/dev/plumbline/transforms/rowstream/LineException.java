package dev.plumbline.transforms.rowstream;

/** A line is no row of the table: says what was found and what was expected. */
final class LineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LineException(String message) {
    super(message, null, false, false);
  }
}
