package dev.plumbline.runners.options;

/**
 * A file that the user gave is there, and cannot be used for what is in it. The command line was
 * right, so this ends with 1; {@link UsageException} is for a command line that is wrong.
 */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which option named it, what was found and where. */
  public InputRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
