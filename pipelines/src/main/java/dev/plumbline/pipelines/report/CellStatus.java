package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether a cell may show a time. */
public enum CellStatus {
  /** All evidence is there: it carries a time. */
  VALID,
  /** It ran, but some evidence speaks against it: no time. */
  INVALID,
  /** It did not run to its end: no time. */
  FAILED,
  /** It was not run, for a reason that is no fault of its own: no time. */
  SKIPPED,
  /**
   * It ran and nothing speaks against it, but its content was not compared with anything: no time.
   */
  NOT_VALIDATED;

  /** The status as reports spell it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that reports spell so. */
  @JsonCreator
  public static CellStatus of(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No cell has the status '" + label + "'"));
  }

  /** Whether the cell ran to its end, so that there is evidence, for or against. */
  public boolean ran() {
    return this != FAILED && this != SKIPPED;
  }
}
