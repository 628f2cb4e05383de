package dev.plumbline.parity;

import java.util.Locale;

/** Which rows of a table are its sample, whatever order the rows come in. */
public enum SampleMode {
  /** The rows with the least sort keys. */
  HEAD,
  /**
   * Rows from all over the table: those whose sort keys come first in a pseudo-random order that
   * the seed fixes.
   */
  STRIDE;

  /** The mode's name in reports and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
