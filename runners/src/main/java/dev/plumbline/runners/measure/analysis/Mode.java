package dev.plumbline.runners.measure.analysis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which runs of a fork a figure is of; the two are never mixed. */
public enum Mode {
  /** The first of a size in its fork. */
  COLD,
  /** Those behind it, once warm-up is over. */
  WARM;

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
