package dev.plumbline.runners.measure.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a ratio may be used for, by the number of its blocks. */
public enum Claim {
  /** Fewer than 6 blocks: nothing is claimed. */
  NONE(0),
  /** At least 6: there is an interval. */
  SMOKE(6),
  /** At least 10: a build may be held to it. */
  GATE(10),
  /** At least 20, timed parts of 2 s or more, and the source not the bottleneck. */
  PUBLISHED(20);

  private final int blocks;

  Claim(int blocks) {
    this.blocks = blocks;
  }

  /** The most that so many blocks bear. */
  static Claim of(int blocks, boolean publishable) {
    Claim most = NONE;
    for (Claim claim : values()) {
      if (blocks >= claim.blocks && (claim != PUBLISHED || publishable)) {
        most = claim;
      }
    }
    return most;
  }

  /** This, but no more than that. */
  Claim atMost(Claim most) {
    return compareTo(most) > 0 ? most : this;
  }

  /** The same for a person; empty where there is nothing to say. */
  public String words() {
    return switch (this) {
      case NONE -> "";
      case SMOKE -> "from %d blocks on enough to look closer, not to decide".formatted(blocks);
      case GATE -> "enough to hold a build to (%d blocks or more)".formatted(blocks);
      case PUBLISHED -> "enough to publish (%d blocks or more, of 2 s or more)".formatted(blocks);
    };
  }

  /** As reports spell it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The claim that reports spell so. */
  @JsonCreator
  public static Claim ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
