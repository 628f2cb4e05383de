package dev.plumbline.runners.report;

import dev.plumbline.runners.statistics.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as every page shows them. */
public final class Numbers {
  /** What stands where there is none. */
  public static final String NONE = "-";

  private Numbers() {}

  /** A count, in groups of three digits. */
  public static String count(long value) {
    return format("%,d", value);
  }

  /** Seconds, a ratio: three digits behind the point. */
  public static String thousandths(double value) {
    return format("%.3f", value);
  }

  /** A share, 1 being the whole, in percent. */
  public static String percent(double share) {
    return format("%.1f %%", 100 * share);
  }

  /** From the least to the greatest. */
  public static String range(double least, double greatest) {
    return thousandths(least) + "-" + thousandths(greatest);
  }

  /** An interval, or that there is none. */
  public static String interval(@Nullable Interval interval) {
    return interval == null ? NONE : format("[%.3f, %.3f]", interval.low(), interval.high());
  }

  /** The same for everyone, whatever the language of the machine. */
  public static String format(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
