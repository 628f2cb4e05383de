package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.UsageException;

/** A number, or {@code auto} for the one that fits. */
final class AutoNumber {
  static final String AUTO = "auto";

  private AutoNumber() {}

  /**
   * The number given, or {@code fitting} for {@code auto}.
   *
   * @throws UsageException if it is neither
   */
  static long parse(String option, String text, long fitting) {
    if (text.equalsIgnoreCase(AUTO)) {
      return fitting;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw UsageException.of(option, text, "a whole number or auto");
    }
  }

  /** The same for what must be an int; values beyond it stay out of every range. */
  static int parseInt(String option, String text, int fitting) {
    long number = parse(option, text, fitting);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
