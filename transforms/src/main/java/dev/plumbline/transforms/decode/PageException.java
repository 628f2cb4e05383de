package dev.plumbline.transforms.decode;

import org.jspecify.annotations.Nullable;

/**
 * A page's body is not the page that was asked for: names the mine, the page's offset and the row.
 */
public final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
