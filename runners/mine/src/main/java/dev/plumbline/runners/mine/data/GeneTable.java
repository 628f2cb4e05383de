package dev.plumbline.runners.mine.data;

import java.util.HashMap;
import java.util.Map;

/** The genes: as many as the mine was asked for. */
final class GeneTable {

  static final int FIRST_ID = 1_000_001;

  private static final int ORGANISM = 1;
  private static final int CHROMOSOME = 2;

  private GeneTable() {}

  static Table build(Relations relations) {
    long seed = relations.seed();
    Map<String, ColumnValues> cells = new HashMap<>();
    cells.putAll(new GeneNames(seed).cells());
    cells.putAll(new GeneTexts(seed).cells());
    cells.putAll(new GeneNumbers(seed).cells());
    cells.putAll(new FeatureScores(seed, 31).cells());
    return new Table("Gene", relations.genes(), FIRST_ID, cells, new GeneLinks(relations).links());
  }

  static int plant(long seed, long row) {
    return OrganismTable.draw(new Draw(seed, ORGANISM, row));
  }

  /** About one gene in twelve has not been placed on a chromosome. */
  static long chromosome(long seed, long row) {
    Draw draw = new Draw(seed, CHROMOSOME, row);
    if (draw.below(12) == 0) {
      return -1;
    }
    int plant = plant(seed, row);
    return ChromosomeTable.row(plant, draw.below(OrganismTable.plant(plant).haploid()));
  }
}
