package dev.plumbline.runners.measure.raw;

/**
 * No more forks were run: the last line of a raw part that was not cut off.
 *
 * @param kind always {@code end}
 * @param reason {@code complete}, or why it ended early
 */
public record EndRecord(String kind, String reason) {
  /** How lines of this kind are told from others. */
  public static final String KIND = "end";

  /** All blocks were run. */
  public static final String COMPLETE = "complete";
}
