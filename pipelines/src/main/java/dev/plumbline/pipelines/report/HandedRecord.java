package dev.plumbline.pipelines.report;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.pipelines.ParityVerdict;

/**
 * Pages on their way from one stage to another, as the judge saw them while the pipeline ran.
 *
 * @param from the stage that gave them out
 * @param to the stage that took them up
 * @param given what was given out
 * @param taken what was taken up
 * @param match whether all came, each once, as they were
 */
public record HandedRecord(String from, String to, Pages given, Pages taken, boolean match) {
  /**
   * Pages.
   *
   * @param pages how many
   * @param rows their rows
   * @param contentHash the sum of the hashes of their bytes
   */
  public record Pages(long pages, long rows, String contentHash) {
    static Pages of(PageDigest digest) {
      return new Pages(digest.pages(), digest.rows(), digest.content().hex());
    }
  }

  static HandedRecord of(ParityVerdict.Handed handed) {
    return new HandedRecord(
        handed.from(),
        handed.to(),
        Pages.of(handed.given()),
        Pages.of(handed.taken()),
        handed.match());
  }
}
