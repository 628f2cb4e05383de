package dev.plumbline.runners.measure.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which runs of a fork a figure is of; they are never mixed. */
public enum Mode {
  /** The first of a size in its fork. */
  COLD,
  /**
   * The first of a work in its fork, behind another that is thrown away: what all works need is
   * loaded, what only this one needs is not.
   */
  LOADED,
  /** Those behind it, once warm-up is over. */
  WARM;

  /** Whether it is of the first run of its kind in a fork. */
  boolean isFirst() {
    return this != WARM;
  }

  /** As reports spell it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode that reports spell so. */
  @JsonCreator
  public static Mode of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
