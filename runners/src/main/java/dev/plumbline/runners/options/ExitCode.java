package dev.plumbline.runners.options;

/** Every way a command can end: the exit code the shell sees and the word a report carries. */
public enum ExitCode {
  /** The command did what was asked; a comparison passed or improved. */
  DONE(0, "done", "done"),
  /** The command failed. */
  FAILED(1, "failed", "failed"),
  /** The environment did not allow it, or a comparison was inconclusive. */
  SKIPPED(2, "skipped", "skipped because of the environment"),
  /** Two ways to the same answer gave different answers. */
  PARITY_FAILURE(3, "parity_failure", "parity failure"),
  /** The answer is right but the time is not to be believed. */
  INVALID(4, "invalid", "invalid run"),
  /** A comparison found the candidate slower. */
  REGRESSION(5, "regression", "regression"),
  /** The command line itself was wrong. */
  USAGE(64, "usage_error", "usage error");

  private final int code;
  private final String status;
  private final String meaning;

  ExitCode(int code, String status, String meaning) {
    this.code = code;
    this.status = status;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /**
   * Whether that is how a run ends that went to its end and whose evidence spoke against it: what
   * it leaves is that evidence.
   */
  public static boolean isJudgement(int code) {
    return code == PARITY_FAILURE.code || code == INVALID.code;
  }

  /** The value of {@code status} on the last line of standard output. */
  public String status() {
    return status;
  }

  /** What the code says, for the help text. */
  public String meaning() {
    return meaning;
  }
}
