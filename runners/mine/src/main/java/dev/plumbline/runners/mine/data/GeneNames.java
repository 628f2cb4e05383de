package dev.plumbline.runners.mine.data;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The short texts of a gene. */
final class GeneNames {

  private static final int PRIMARY = 10;
  private static final int OTHERS = 11;

  private final long seed;

  GeneNames(long seed) {
    this.seed = seed;
  }

  Map<String, ColumnValues> cells() {
    Map<String, ColumnValues> cells = new HashMap<>(new EntityNames(seed, OTHERS).cells());
    cells.put("primaryIdentifier", this::primary);
    return cells;
  }

  /** A locus name; about 1 in 100 is a neighbour's, 1 in 500 is missing. */
  private @Nullable Object primary(long row) {
    Draw draw = new Draw(seed, PRIMARY, row);
    int luck = draw.below(1_000);
    if (luck < 2) {
      return null;
    }
    return luck < 12 && row > 0 ? locus(seed, neighbour(draw, row)) : locus(seed, row);
  }

  private static long neighbour(Draw draw, long row) {
    return row - 1 - draw.below((int) Math.min(row, 1_000));
  }

  /** What a gene is called in its plant. */
  static String locus(long seed, long row) {
    int plant = GeneTable.plant(seed, row);
    String digits = Long.toString(100_000_000L + row);
    return OrganismTable.plant(plant).locusPrefix() + digits.charAt(1) + "G" + digits.substring(2);
  }
}
