package dev.plumbline.transforms.decode;

/**
 * A page's body is not the page that was asked for: names the mine, the page's offset and the row.
 */
public final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PageException(String message) {
    super(message);
  }
}
