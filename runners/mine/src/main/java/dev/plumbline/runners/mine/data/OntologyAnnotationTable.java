package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The annotations of genes, gene by gene: 0 to 20 of each, all with different terms. */
final class OntologyAnnotationTable {

  private static final String[] QUALIFIERS = {
    "NOT", "contributes_to", "colocalizes_with", "", "NOT|acts_upstream_of", "involved in\t"
  };

  private OntologyAnnotationTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Association annotations = relations.annotations();
    return new Table(
        "OntologyAnnotation",
        annotations.fanout().childRows(),
        firstId,
        Map.of("qualifier", row -> qualifier(new Draw(seed, 340, row))),
        Map.of(
            "subject", new ToOne("Gene", annotations.fanout()::parent, true),
            "ontologyTerm", new ToOne("OntologyTerm", annotations::choice, true)));
  }

  private static @Nullable Object qualifier(Draw draw) {
    return draw.below(100) < 85 ? null : draw.oneOf(QUALIFIERS);
  }
}
