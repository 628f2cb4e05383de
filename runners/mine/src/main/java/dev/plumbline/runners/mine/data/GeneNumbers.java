package dev.plumbline.runners.mine.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers, flags and dates of a gene. */
final class GeneNumbers {

  private final long seed;

  GeneNumbers(long seed) {
    this.seed = seed;
  }

  Map<String, ColumnValues> cells() {
    return Map.of(
        "length", row -> length(seed, row),
        "curated", this::curated,
        "readCount", this::readCount,
        "lastUpdated", this::lastUpdated,
        "gcFraction", this::gcFraction);
  }

  static @Nullable Integer length(long seed, long row) {
    Draw draw = new Draw(seed, 30, row);
    if (draw.below(33) == 0) {
      return null;
    }
    double u = draw.unit();
    return (int) (150 + 3_000 * u + 60_000 * Math.pow(u, 12));
  }

  private @Nullable Object curated(long row) {
    int luck = new Draw(seed, 33, row).below(10);
    return luck == 0 ? null : (Object) (luck < 4);
  }

  /** Some above 2^53, which a reader that thinks in doubles gets wrong. */
  private @Nullable Object readCount(long row) {
    Draw draw = new Draw(seed, 34, row);
    int luck = draw.below(20);
    return luck == 0 ? null : (Object) (draw.next() >>> (luck == 1 ? 1 : 40));
  }

  private @Nullable Object lastUpdated(long row) {
    Draw draw = new Draw(seed, 35, row);
    return draw.below(20) == 0 ? null : LocalDate.ofEpochDay(-25_567 + draw.below(46_000));
  }

  private @Nullable Object gcFraction(long row) {
    Draw draw = new Draw(seed, 36, row);
    return draw.below(20) == 0 ? null : BigDecimal.valueOf(draw.below(10_000), 4);
  }
}
