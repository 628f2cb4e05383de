package dev.plumbline.runners.measure.raw;

import org.jspecify.annotations.Nullable;

/**
 * A block is complete.
 *
 * @param kind always {@code block}
 * @param block the block
 * @param attempt which try of it
 * @param accepted whether its forks count
 * @param note why it was rejected, or why it was kept although something disturbed it; null if
 *     nothing did
 */
public record BlockRecord(
    String kind, int block, int attempt, boolean accepted, @Nullable String note) {
  /** How lines of this kind are told from others. */
  public static final String KIND = "block";
}
