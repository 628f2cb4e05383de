package dev.plumbline.transforms.decode;

/**
 * What is wrong with a body, in words that hold no cell of it; becomes a {@link PageException}
 * where the mine and the page are known.
 */
final class BadBody extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadBody(String message) {
    super(message, null, false, false);
  }
}
