package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where genes lie: one location each, in the order of the genes. That of a gene which has not been
 * placed says nothing but so.
 *
 * <p>There are no data for what is located on a chromosome ({@code locatedFeatures}): each gene
 * draws its chromosome, and finding all that drew one would take a pass over the genes.
 */
final class LocationTable {

  private static final int UNKNOWN_LENGTH = 1_000;
  private static final String[] STRANDS = {"1", "-1", "1", "-1", "1", "-1", "1", "-1", "0", ""};

  private LocationTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    return new Table(
        "Location",
        relations.genes(),
        firstId,
        Map.of(
            "start", row -> start(seed, row),
            "end", row -> end(seed, row),
            "strand", row -> strand(seed, row)),
        Map.of(
            "feature", new ToOne("Gene", row -> row, true),
            "locatedOn", new ToOne("Chromosome", row -> GeneTable.chromosome(seed, row), false)));
  }

  /** The location of a gene that lies on a chromosome, negative for another. */
  static long placed(long seed, long gene) {
    return GeneTable.chromosome(seed, gene) < 0 ? -1 : gene;
  }

  /** From 1; the whole gene lies on its chromosome. */
  private static @Nullable Integer start(long seed, long row) {
    long chromosome = GeneTable.chromosome(seed, row);
    if (chromosome < 0) {
      return null;
    }
    int places = ChromosomeTable.length(seed, chromosome) - span(seed, row);
    return 1 + new Draw(seed, 500, row).below(places);
  }

  private static @Nullable Integer end(long seed, long row) {
    Integer start = start(seed, row);
    return start == null ? null : (Integer) (start + span(seed, row) - 1);
  }

  private static int span(long seed, long row) {
    Integer length = GeneNumbers.length(seed, row);
    return length == null ? UNKNOWN_LENGTH : length;
  }

  private static @Nullable Object strand(long seed, long row) {
    Draw draw = new Draw(seed, 501, row);
    return draw.below(20) == 0 ? null : draw.oneOf(STRANDS);
  }
}
