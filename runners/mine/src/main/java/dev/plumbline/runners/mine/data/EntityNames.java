package dev.plumbline.runners.mine.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a biological entity is also called, and what only seems to be a name. */
final class EntityNames {

  private static final String[] LIKE_NUMBERS = {
    "1e5",
    " 12",
    "1E999",
    "NaN",
    "0012",
    "-0",
    "+7",
    "3.",
    ".5",
    "1,5",
    "0x1F",
    "Infinity",
    "12 ",
    "-3.25",
    "1e-3",
    "9007199254740993",
    "٣",
    "true",
    "null"
  };
  private static final String[] FAMILIES = {
    "NAC", "WRKY", "MYB", "bHLH", "ARF", "CYP", "PIN", "ERF", "LEA", "β-AMY", "Rf", "SWEET"
  };

  private final long seed;
  private final int column;

  /** Draws for three columns from {@code column} on. */
  EntityNames(long seed, int column) {
    this.seed = seed;
    this.column = column;
  }

  Map<String, ColumnValues> cells() {
    return Map.of(
        "secondaryIdentifier", this::secondary, "symbol", this::symbol, "name", this::name);
  }

  static String likeNumber(Draw draw) {
    return draw.oneOf(LIKE_NUMBERS);
  }

  private @Nullable Object secondary(long row) {
    Draw draw = new Draw(seed, column, row);
    int luck = draw.below(100);
    if (luck < 30) {
      return null;
    }
    if (luck < 33) {
      return "";
    }
    if (luck < 37) {
      return draw.oneOf(LIKE_NUMBERS);
    }
    return luck < 75
        ? Integer.toString(800_000 + draw.below(50_000_000))
        : "LOC" + (100_000_000 + draw.below(900_000_000));
  }

  private @Nullable Object symbol(long row) {
    Draw draw = new Draw(seed, column + 1, row);
    int luck = draw.below(100);
    if (luck < 40) {
      return null;
    }
    if (luck < 42) {
      return "";
    }
    if (luck < 46) {
      return draw.oneOf(LIKE_NUMBERS);
    }
    return draw.oneOf(FAMILIES) + (1 + draw.below(250));
  }

  private @Nullable Object name(long row) {
    Draw draw = new Draw(seed, column + 2, row);
    int luck = draw.below(100);
    if (luck < 25) {
      return null;
    }
    if (luck < 27) {
      return "";
    }
    if (luck < 32) {
      return Double.toString((draw.below(2_000_000) - 1_000_000) / 1000.0);
    }
    return Prose.words(draw, 2 + draw.below(4));
  }
}
