package dev.plumbline.runners.mine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The short texts of a gene: what identifies it, and what only seems to. */
final class GeneNames {

  private static final int PRIMARY = 10;
  private static final int SECONDARY = 11;
  private static final int SYMBOL = 12;
  private static final int NAME = 13;

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

  GeneNames(long seed) {
    this.seed = seed;
  }

  Map<String, Cell> cells() {
    return Map.of(
        "primaryIdentifier", this::primary,
        "secondaryIdentifier", this::secondary,
        "symbol", this::symbol,
        "name", this::name);
  }

  /** A locus name; about 1 in 100 is a neighbour's, 1 in 500 is missing. */
  private @Nullable Object primary(long row) {
    Draw draw = new Draw(seed, PRIMARY, row);
    int luck = draw.below(1_000);
    if (luck < 2) {
      return null;
    }
    return luck < 12 && row > 0 ? locus(neighbour(draw, row)) : locus(row);
  }

  private static long neighbour(Draw draw, long row) {
    return row - 1 - draw.below((int) Math.min(row, 1_000));
  }

  private String locus(long row) {
    int plant = GeneTable.plant(seed, row);
    String digits = Long.toString(100_000_000L + row);
    return OrganismTable.plant(plant).locusPrefix() + digits.charAt(1) + "G" + digits.substring(2);
  }

  private @Nullable Object secondary(long row) {
    Draw draw = new Draw(seed, SECONDARY, row);
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
    Draw draw = new Draw(seed, SYMBOL, row);
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
    Draw draw = new Draw(seed, NAME, row);
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
