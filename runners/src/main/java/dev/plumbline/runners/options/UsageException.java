package dev.plumbline.runners.options;

/** The command line asks for something that cannot be: reported without a trace, exit 64. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The message is all the user sees.
   *
   * @param message the option, what was found and what was expected; never a secret
   */
  public UsageException(String message) {
    super(message);
  }

  /** The usual form: {@code --page-size: found 0, expected 1 to 100000}. */
  public static UsageException of(String option, Object found, String expected) {
    return new UsageException(option + ": found '" + found + "', expected " + expected);
  }
}
