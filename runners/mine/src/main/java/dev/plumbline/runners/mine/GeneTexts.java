package dev.plumbline.runners.mine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The long texts of a gene. */
final class GeneTexts {

  private final long seed;

  GeneTexts(long seed) {
    this.seed = seed;
  }

  Map<String, Cell> cells() {
    return Map.of(
        "briefDescription", row -> text(20, row, 18),
        "description", row -> text(21, row, 25),
        "tairShortDescription", row -> text(22, row, 50),
        "tairCuratorSummary", row -> text(23, row, 70));
  }

  /** 50 to 140 characters; about 1 in 2,000 has 2,000 to 8,000. */
  private @Nullable Object text(int column, long row, int nullPercent) {
    Draw draw = new Draw(seed, column, row);
    int luck = draw.below(100);
    if (luck < nullPercent) {
      return null;
    }
    if (luck < nullPercent + 2) {
      return "";
    }
    boolean isLong = draw.below(2_000) == 0;
    return Prose.text(draw, isLong ? 2_000 + draw.below(6_000) : 50 + draw.below(80));
  }
}
