package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The homologues of genes, gene by gene: 0 to 10 of each, in other plants.
 *
 * <p>The relation is drawn from one side: a gene that is named need not name the other in turn.
 */
final class HomologueTable {

  private static final int TRIES = 16;
  private static final String[] TYPES = {
    "orthologue", "orthologue", "least diverged orthologue", "homoeologue", ""
  };

  private HomologueTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Fanout ofGenes = relations.homologues();
    return new Table(
        "Homologue",
        ofGenes.childRows(),
        firstId,
        Map.of("type", row -> type(new Draw(seed, 380, row))),
        Map.of(
            "gene", new ToOne("Gene", ofGenes::parent, true),
            "homologue", new ToOne("Gene", row -> homologue(relations, row), false)));
  }

  private static @Nullable Object type(Draw draw) {
    return draw.below(20) == 0 ? null : draw.oneOf(TYPES);
  }

  /** None in a mine that has next to no other plants. */
  private static long homologue(Relations relations, long row) {
    long seed = relations.seed();
    int plant = GeneTable.plant(seed, relations.homologues().parent(row));
    Draw draw = new Draw(seed, 381, row);
    for (int tried = 0; tried < TRIES; tried++) {
      long gene = draw.below((int) relations.genes());
      if (GeneTable.plant(seed, gene) != plant) {
        return gene;
      }
    }
    return -1;
  }
}
