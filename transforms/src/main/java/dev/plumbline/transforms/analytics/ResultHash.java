package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Sha256;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;

/** The hash of an analytics result: SHA-256 of its four sums as one line of JSON. */
public final class ResultHash {
  private ResultHash() {}

  /**
   * 64 hexadecimal digits.
   *
   * @param figures the four sums by name; others among them do not count
   */
  public static String of(Map<String, BigInteger> figures) {
    return Sha256.of(
        ScoreFigures.SUMS.stream()
            .map(name -> "\"%s\":%d".formatted(name, figures.get(name)))
            .collect(Collectors.joining(",", "{", "}")));
  }
}
