package dev.plumbline.runners.options;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What serves a run. */
public enum MineKind {
  /** The embedded mine, which the launcher starts; what it holds is known by itself. */
  LOCAL,
  /** What a mine once answered, served again by the launcher. */
  RECORDED,
  /** Any other mine; only it knows what it holds. */
  FOREIGN;

  /** The name used in reports. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static MineKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether the launcher starts it, so that it has no address before. */
  public boolean served() {
    return this != FOREIGN;
  }
}
