package dev.plumbline.runners.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heap size as the JVM writes it.
 *
 * @param text such as {@code 2g} or {@code 1500m}
 * @param bytes the same in bytes
 */
public record HeapSize(String text, long bytes) {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12})([kmgt]?)");
  private static final long LEAST = 128L << 20;

  /**
   * Reads a size.
   *
   * @throws UsageException if it is not a JVM size, or too small to run in, or more than {@code
   *     memoryBytes}
   */
  public static HeapSize parse(String text, long memoryBytes) {
    String expected = "a JVM size such as 2g or 1500m";
    Matcher matcher = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw UsageException.of("--heap", text, expected);
    }
    long bytes = saturated(Long.parseLong(matcher.group(1)), " kmgt".indexOf(unit(matcher)));
    if (bytes < LEAST) {
      throw UsageException.of("--heap", text, expected + ", at least 128m");
    }
    if (bytes > memoryBytes) {
      throw UsageException.of(
          "--heap", text, "at most this machine's memory, " + (memoryBytes >> 20) + "m");
    }
    return new HeapSize(text, bytes);
  }

  private static char unit(Matcher matcher) {
    return matcher.group(2).isEmpty() ? ' ' : matcher.group(2).charAt(0);
  }

  private static long saturated(long number, int thousands) {
    int shift = 10 * thousands;
    return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
  }
}
