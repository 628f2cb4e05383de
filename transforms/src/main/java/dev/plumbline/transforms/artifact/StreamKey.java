package dev.plumbline.transforms.artifact;

import dev.plumbline.parity.Sha256;
import java.time.Instant;
import java.util.Locale;

/**
 * What a stored row stream is found by.
 *
 * @param scenario the scenario's name
 * @param input what the rows come from, told apart from everything else that could be asked the
 *     same: a mine's address, a file's digest
 * @param queryXml the query
 * @param rows how many rows were asked for; a mine that has less gives less
 */
public record StreamKey(String scenario, String input, String queryXml, long rows) {
  private static final int SLUG_CHARACTERS = 60;
  private static final int HASH_CHARACTERS = 12;

  /** Rejects a row count below one. */
  public StreamKey {
    if (rows < 1) {
      throw new IllegalArgumentException("A row stream of %d rows is none".formatted(rows));
    }
  }

  /** SHA-256 of the query, in hexadecimal. */
  public String queryHash() {
    return Sha256.of(queryXml);
  }

  /**
   * The origin of what is made of its rows.
   *
   * @param source the mine's address, or what else the rows come from
   * @param contentDigest the judge's, in hexadecimal; empty if unknown
   * @param modelDigest of the mine's model document, in hexadecimal; empty if unknown
   * @param now when
   */
  public ArtifactOrigin origin(
      String source, String contentDigest, String modelDigest, Instant now) {
    return new ArtifactOrigin(
        scenario, input, queryHash(), source, contentDigest, modelDigest, now);
  }

  /** What its files are called, without their suffixes: safe in every file system. */
  public String name() {
    String slug =
        scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String shortened = slug.substring(0, Math.min(SLUG_CHARACTERS, slug.length()));
    return "%s-%d-%s"
        .formatted(
            shortened.isEmpty() ? "scenario" : shortened,
            rows,
            Sha256.of(input + "\n" + queryXml).substring(0, HASH_CHARACTERS));
  }
}
