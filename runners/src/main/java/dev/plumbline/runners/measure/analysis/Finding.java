package dev.plumbline.runners.measure.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plumbline.runners.statistics.Interval;
import java.util.Locale;

/**
 * What a ratio of wall times says: that one arm takes longer, or that nothing of the kind was
 * found. A difference is found where the 95 % interval excludes 1 and the p-value, adjusted for all
 * pairs of arms in the scenario (Holm), is at most 5 %.
 */
public enum Finding {
  /** The candidate takes longer than the base. */
  LONGER,
  /** The candidate takes less time than the base. */
  SHORTER,
  /** The blocks do not tell the two apart. */
  NO_DIFFERENCE,
  /** One pair alone would have been told apart, but not this one among so many. */
  NOT_AFTER_CORRECTION,
  /** So few blocks cannot tell anything apart, however large the difference. */
  NO_CLAIM;

  private static final double LEVEL = 0.05;

  /**
   * What is found.
   *
   * @param ratio the ratio, with Holm's p-value
   * @param family how many pairs are tested together
   */
  static Finding of(RatioFigures ratio, int family) {
    Interval interval = ratio.interval95();
    if (interval == null || ratio.pairs() < fewestBlocks(family)) {
      return NO_CLAIM;
    }
    boolean excludes = interval.low() > 1 || interval.high() < 1;
    if (!excludes || ratio.pValue() > LEVEL) {
      return NO_DIFFERENCE;
    }
    Double adjusted = ratio.pHolm();
    if (adjusted == null || adjusted > LEVEL) {
      return NOT_AFTER_CORRECTION;
    }
    return interval.low() > 1 ? LONGER : SHORTER;
  }

  /**
   * The fewest blocks that can tell a pair apart among so many: the least p-value of n blocks is
   * 2^(1 - n), and Holm's first step multiplies it by the number of pairs.
   */
  public static int fewestBlocks(int family) {
    int blocks = 1;
    while (family * Math.pow(2, 1 - blocks) > LEVEL) {
      blocks++;
    }
    return blocks;
  }

  /** Whether a difference was found. */
  public boolean isDifference() {
    return this == LONGER || this == SHORTER;
  }

  /** As reports spell it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The finding that reports spell so. */
  @JsonCreator
  public static Finding ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
