package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;

/** The chromosomes of all plants, plant by plant. */
final class ChromosomeTable {

  private static final int FIRST_ID = 2_001;
  private static final int[] FIRST_ROW = firstRows();

  private ChromosomeTable() {}

  static Table build(long seed) {
    ColumnValues nothing = row -> null;
    ColumnValues name = row -> "Chr" + number(row);
    return new Table(
        "Chromosome",
        FIRST_ROW[FIRST_ROW.length - 1],
        FIRST_ID,
        Map.of(
            "primaryIdentifier", name,
            "name", name,
            "secondaryIdentifier", nothing,
            "symbol", nothing,
            "score", nothing,
            "scoreType", nothing,
            "length", row -> length(seed, row)),
        Map.of("organism", new ToOne("Organism", ChromosomeTable::plantRow, true)));
  }

  /** The row of one of a plant's chromosomes. */
  static int row(int plant, int index) {
    return FIRST_ROW[plant] + index;
  }

  static int length(long seed, long row) {
    return 15_000_000 + new Draw(seed, 100, row).below(700_000_000);
  }

  private static long plantRow(long row) {
    int plant = 0;
    while (row >= FIRST_ROW[plant + 1]) {
      plant++;
    }
    return plant;
  }

  private static long number(long row) {
    return row - FIRST_ROW[(int) plantRow(row)] + 1;
  }

  private static int[] firstRows() {
    int[] rows = new int[OrganismTable.PLANTS.size() + 1];
    for (int k = 0; k + 1 < rows.length; k++) {
      rows[k + 1] = rows[k] + OrganismTable.plant(k).haploid();
    }
    return rows;
  }
}
