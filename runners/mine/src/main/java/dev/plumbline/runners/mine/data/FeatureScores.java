package dev.plumbline.runners.mine.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scores that whoever predicted a feature gave it. */
final class FeatureScores {

  private static final String[] SCORE_TYPES = {"bits", "e-value", "", "log odds"};

  private final long seed;
  private final int column;

  /** Draws for two columns from {@code column} on. */
  FeatureScores(long seed, int column) {
    this.seed = seed;
    this.column = column;
  }

  Map<String, ColumnValues> cells() {
    return Map.of(
        "score",
        this::score,
        "scoreType",
        row -> new Draw(seed, column + 1, row).oneOf(SCORE_TYPES));
  }

  private @Nullable Object score(long row) {
    Draw draw = new Draw(seed, column, row);
    int luck = draw.below(100);
    if (luck < 15) {
      return null;
    }
    return luck < 25
        ? (Object) OddNumbers.ofDoubles(draw)
        : (Object) (draw.below(2_000_000) / 100.0 - 1_000);
  }
}
