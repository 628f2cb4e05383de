package dev.plumbline.runners.mine.data;

import java.util.List;
import java.util.Map;

/** The plants of the mine; their share of the genes falls as 1/rank. */
final class OrganismTable {

  /** A species; {@code locusPrefix} begins its identifiers. */
  record Plant(String name, String common, int taxonId, String locusPrefix, int haploid) {

    String genus() {
      return name.substring(0, name.indexOf(' '));
    }

    String species() {
      return name.substring(name.indexOf(' ') + 1);
    }
  }

  static final List<Plant> PLANTS =
      List.of(
          new Plant("Arabidopsis thaliana", "thale cress", 3702, "AT", 5),
          new Plant("Zea mays", "maize", 4577, "Zm", 10),
          new Plant("Oryza sativa", "rice", 4530, "Os", 12),
          new Plant("Glycine max", "soybean", 3847, "Glyma.", 20),
          new Plant("Triticum aestivum", "bread wheat", 4565, "TraesCS", 21),
          new Plant("Medicago truncatula", "barrel medic", 3880, "Medtr", 8),
          new Plant("Solanum lycopersicum", "tomato", 4081, "Solyc", 12),
          new Plant("Hordeum vulgare", "barley", 4513, "HORVU", 7),
          new Plant("Phaseolus vulgaris", "common bean", 3885, "Phvul.", 11),
          new Plant("Vitis vinifera", "grape", 29760, "VIT_", 19),
          new Plant("Sorghum bicolor", "sorghum", 4558, "Sobic.", 10),
          new Plant("Quercus robur", "chêne pédonculé", 38942, "Qrob_", 12));

  private static final int FIRST_ID = 1_001;
  private static final double[] CUMULATIVE = cumulativeShares();

  private OrganismTable() {}

  static Table build() {
    return new Table(
        "Organism",
        PLANTS.size(),
        FIRST_ID,
        Map.of(
            "genus", row -> plant(row).genus(),
            "species", row -> plant(row).species(),
            "commonName", row -> plant(row).common(),
            "name", row -> plant(row).name(),
            "shortName", row -> plant(row).name().charAt(0) + ". " + plant(row).species(),
            "taxonId", row -> plant(row).taxonId()),
        Map.of());
  }

  static Plant plant(long row) {
    return PLANTS.get((int) row);
  }

  /** The plant that a gene belongs to. */
  static int draw(Draw draw) {
    double u = draw.unit();
    int k = 0;
    while (u >= CUMULATIVE[k]) {
      k++;
    }
    return k;
  }

  private static double[] cumulativeShares() {
    double[] sums = new double[PLANTS.size()];
    double sum = 0;
    for (int k = 0; k < sums.length; k++) {
      sum += 1.0 / (k + 1);
      sums[k] = sum;
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= sum;
    }
    sums[sums.length - 1] = 1.0;
    return sums;
  }
}
