package dev.plumbline.runners.options;

/** This machine or installation lacks what the command needs: it is skipped, and ends with 2. */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was found, and what would do. */
  public EnvironmentException(String message) {
    super(message);
  }
}
