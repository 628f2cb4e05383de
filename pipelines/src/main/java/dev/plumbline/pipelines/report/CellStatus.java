package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a cell may show a time. */
public enum CellStatus {
  /** All evidence is there: it carries a time. */
  VALID,
  /** It ran, but some evidence speaks against it: no time. */
  INVALID,
  /**
   * It ran and nothing speaks against it, but its content was not compared with anything: no time.
   */
  NOT_VALIDATED;

  /** The status as reports spell it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
