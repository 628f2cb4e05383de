package dev.plumbline.runners.options;

import org.jspecify.annotations.Nullable;

/**
 * The artifacts of a replay without a network, each a file, a folder or a glob.
 *
 * @param csvOld the CSV of the sequential export; null if not given
 * @param parquetCompare the Parquet of the same rows
 * @param csvNew the CSV of the large export
 * @param parquetNew the Parquet of the same rows
 * @param csvNulls what an empty field of a CSV is: {@code distinct} or {@code empty-is-null}
 */
public record ReplayPaths(
    @Nullable String csvOld,
    @Nullable String parquetCompare,
    @Nullable String csvNew,
    @Nullable String parquetNew,
    String csvNulls) {
  /** What the first pair is called. */
  public static final String COMPARE = "compare";

  /** What the second pair is called. */
  public static final String NEW = "new";

  /** The CSV of a pair; null if not given, as of those of a matrix. */
  public @Nullable String csv(String pair) {
    return pair.equals(COMPARE) ? csvOld : pair.equals(NEW) ? csvNew : null;
  }

  /** The Parquet of a pair; null if not given, as of those of a matrix. */
  public @Nullable String parquet(String pair) {
    return pair.equals(COMPARE) ? parquetCompare : pair.equals(NEW) ? parquetNew : null;
  }
}
