package dev.plumbline.parity;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * Pages as they are handed from one stage to the next, whatever their order: what the one gave out
 * is what the other took up, if both add up to the same. A page counts by its number, its rows and
 * its bytes; what they mean nobody asks.
 *
 * @param pages how many there are; one that was handed on twice counts twice
 * @param rows their rows
 * @param content the sum of the pages' hashes, modulo 2^128
 */
public record PageDigest(long pages, long rows, Hash128 content) implements Serializable {
  /** No pages. */
  public static final PageDigest NONE = new PageDigest(0, 0, new Hash128(0, 0));

  private static final int PARTS = 3;
  private static final int HASH_DIGITS = 32;

  /**
   * One page.
   *
   * @param number its number among all pages
   * @param rows its rows
   * @param data its bytes
   */
  public static PageDigest of(long number, long rows, byte[] data) {
    CellHasher hasher = new CellHasher();
    hasher.bytes(data, 0, data.length, CellHasher.mix(number + 1));
    return new PageDigest(1, rows, new Hash128(hasher.high(), hasher.low()));
  }

  /** All pages of both. */
  public PageDigest plus(PageDigest other) {
    long low = content.low() + other.content.low();
    long carry = Long.compareUnsigned(low, content.low()) < 0 ? 1 : 0;
    return new PageDigest(
        pages + other.pages,
        rows + other.rows,
        new Hash128(content.high() + other.content.high() + carry, low));
  }

  /** As text: pages, rows and hash, with blanks between. */
  public String text() {
    return pages + " " + rows + " " + content.hex();
  }

  /**
   * Reads the text of one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PageDigest parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS || parts[2].length() != HASH_DIGITS) {
      throw new IllegalArgumentException("'" + text + "' is no digest of pages: PAGES ROWS HASH");
    }
    Hash128 content =
        new Hash128(
            HexFormat.fromHexDigitsToLong(parts[2], 0, HASH_DIGITS / 2),
            HexFormat.fromHexDigitsToLong(parts[2], HASH_DIGITS / 2, HASH_DIGITS));
    return new PageDigest(Long.parseLong(parts[0]), Long.parseLong(parts[1]), content);
  }

  @Override
  public String toString() {
    return "%d pages of %d rows (%s)".formatted(pages, rows, content.hex());
  }
}
