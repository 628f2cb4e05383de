package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import java.util.List;
import java.util.Map;

/** The ontologies whose terms genes are annotated with. */
final class OntologyTable {

  /** An ontology; its terms follow those of the one before it. */
  record Vocabulary(String name, String prefix, String url, int firstTerm, int terms) {

    int endTerm() {
      return firstTerm + terms;
    }
  }

  private static final List<Vocabulary> ALL =
      List.of(
          new Vocabulary("GO", "GO", "http://geneontology.example", 0, 4_000),
          new Vocabulary("Plant Ontology", "PO", "", 4_000, 600),
          new Vocabulary(
              "Trait Ontology – été", "TO", "http://traits.example/?a=1&b=2", 4_600, 400));

  private static final int FIRST_ID = 3_201;

  private OntologyTable() {}

  static Table build() {
    Members terms =
        new RowRange(row -> vocabulary(row).firstTerm(), row -> vocabulary(row).endTerm());
    return new Table(
        "Ontology",
        ALL.size(),
        FIRST_ID,
        Map.of("name", row -> vocabulary(row).name(), "url", row -> vocabulary(row).url()),
        Map.of("terms", new ToMany("OntologyTerm", terms)));
  }

  static Vocabulary vocabulary(long row) {
    return ALL.get((int) row);
  }

  /** The row of the ontology that a term belongs to. */
  static int ofTerm(long term) {
    int row = 0;
    while (term >= vocabulary(row).endTerm()) {
      row++;
    }
    return row;
  }
}
