package dev.plumbline.runners.options;

import org.jspecify.annotations.Nullable;

/**
 * The mine's answers on disk.
 *
 * @param recordTo folder that they are recorded into; null if they are not
 * @param replayFrom folder of a recording that is served in the place of a mine; null if none is
 * @param pace how fast: {@link #FULL} or {@link #RECORDED}
 */
public record PagesOnDisk(@Nullable String recordTo, @Nullable String replayFrom, String pace) {
  /** As fast as can be. */
  public static final String FULL = "full";

  /** As fast as it came when it was recorded. */
  public static final String RECORDED = "recorded";

  /** Rejects a recording of a replay, and a pace that is none. */
  public PagesOnDisk {
    if (recordTo != null && replayFrom != null) {
      throw UsageException.of(
          "--record-pages", recordTo, "no --replay-pages beside it: those pages are recorded");
    }
    if (!pace.equals(FULL) && !pace.equals(RECORDED)) {
      throw UsageException.of("--replay-pace", pace, FULL + " or " + RECORDED);
    }
  }

  /** Nothing on disk. */
  public static PagesOnDisk none() {
    return new PagesOnDisk(null, null, FULL);
  }
}
