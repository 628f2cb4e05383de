package dev.plumbline.transforms.parquet;

/** A value of a file that no cell can hold: says what it is. */
final class UnheldValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnheldValue(String message) {
    super(message);
  }
}
