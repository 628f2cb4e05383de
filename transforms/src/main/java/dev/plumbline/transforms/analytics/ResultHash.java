package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Sha256;
import java.math.BigInteger;

/** The hash of an analytics result: SHA-256 of its four sums as one line of JSON. */
public final class ResultHash {
  private ResultHash() {}

  /**
   * An analytics result.
   *
   * @param keyCount rows of the joined relation
   * @param baseRowsSum rows of the base side
   * @param edgeRowsSum rows of the edge side
   * @param scoreSum sum of {@code floor(score * 1e6 + 0.5)}
   */
  public record Sums(long keyCount, long baseRowsSum, long edgeRowsSum, BigInteger scoreSum) {}

  /** 64 hexadecimal digits. */
  public static String of(Sums sums) {
    String json =
        "{\"key_count\":%d,\"base_rows_sum\":%d,\"edge_rows_sum\":%d,\"score_sum\":%d}"
            .formatted(sums.keyCount(), sums.baseRowsSum(), sums.edgeRowsSum(), sums.scoreSum());
    return Sha256.of(json);
  }
}
