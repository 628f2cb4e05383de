package dev.plumbline.runners.mine.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The long texts of a gene. */
final class GeneTexts {

  private final long seed;

  GeneTexts(long seed) {
    this.seed = seed;
  }

  Map<String, ColumnValues> cells() {
    return Map.of(
        "briefDescription", row -> text(20, row, 18),
        "description", row -> text(21, row, 25),
        "tairShortDescription", row -> text(22, row, 50),
        "tairCuratorSummary", row -> text(23, row, 70));
  }

  private @Nullable Object text(int column, long row, int nullPercent) {
    return Prose.description(new Draw(seed, column, row), nullPercent);
  }
}
