package dev.plumbline.runners.options;

import java.util.regex.Pattern;

/** The ranges and spellings that option values are held to. */
public final class Bounds {
  /** Most connections to one mine. */
  public static final int MAX_WORKERS = 64;

  /** Most threads of a runner or of DuckDB. */
  public static final int MAX_THREADS = 256;

  /** Most genes of the embedded mine. */
  public static final long MAX_MINE_ROWS = 100_000_000;

  /** Most rows that are asked for at once. */
  public static final int MAX_PAGE_SIZE = 100_000;

  private static final Pattern DUCKDB_MEMORY =
      Pattern.compile("(?i)\\d+(\\.\\d+)?\\s?([KMGT]i?)?B");

  private Bounds() {}

  /**
   * Holds a value to its range.
   *
   * @throws UsageException if the value is outside
   */
  public static void check(String option, long value, long min, long max) {
    if (value < min || value > max) {
      String range = max == Long.MAX_VALUE ? min + " or more" : min + " to " + max;
      throw UsageException.of(option, value, range);
    }
  }

  /**
   * Holds a page to what a mine serves and memory holds.
   *
   * @throws UsageException if a mine would refuse the page, or it would not fit in memory
   */
  public static void pageSize(long rows) {
    if (rows < 1 || rows > MAX_PAGE_SIZE) {
      throw UsageException.of(
          "--page-size",
          rows,
          "1 to " + MAX_PAGE_SIZE + ": a page is held in memory whole, once per worker");
    }
  }

  /**
   * The size as given.
   *
   * @throws UsageException if DuckDB would not take it as a {@code memory_limit}
   */
  public static String duckdbMemory(String size) {
    if (!DUCKDB_MEMORY.matcher(size).matches()) {
      throw UsageException.of("--duckdb-memory-limit", size, "a size such as 1GB or 512MiB");
    }
    return size;
  }
}
