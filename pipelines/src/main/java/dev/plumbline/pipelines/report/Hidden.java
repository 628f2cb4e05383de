package dev.plumbline.pipelines.report;

import dev.plumbline.parity.Sha256;

/**
 * Stands for a text that must not be shown: the same text has the same stand-in, and no more can be
 * told.
 */
public final class Hidden {
  private Hidden() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  public static String hash(String text) {
    return "sha256:" + Sha256.of(text);
  }
}
