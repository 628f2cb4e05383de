package dev.plumbline.transforms.mine;

/**
 * What was asked for does not fit the mine's model: the asker must change it, before anything is
 * fetched.
 */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  QueryException(String message) {
    super(message);
  }
}
