package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.data.OntologyTable.Vocabulary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all ontologies; those of the Gene Ontology come first.
 *
 * <p>A GO term is an ontology term and has one id as both: {@code GOTerm} is the same objects as
 * the first rows of {@code OntologyTerm}.
 */
final class OntologyTermTable {

  static final int ROWS = 5_000;

  private static final int FIRST_ID = 10_001;
  private static final String[] NAMESPACES = {
    "biological_process", "molecular_function", "cellular_component"
  };

  private OntologyTermTable() {}

  static Table build(Relations relations) {
    return build("OntologyTerm", ROWS, relations);
  }

  static Table buildGoTerms(Relations relations) {
    return build("GOTerm", OntologyTable.vocabulary(0).terms(), relations);
  }

  private static Table build(String className, int rows, Relations relations) {
    long seed = relations.seed();
    Members annotations = relations.annotations().childrenOfChoice();
    return new Table(
        className,
        rows,
        FIRST_ID,
        Map.of(
            "identifier", OntologyTermTable::identifier,
            "name", row -> Prose.words(new Draw(seed, 320, row), 2 + (int) (row % 5)),
            "description", row -> Prose.description(new Draw(seed, 321, row), 10),
            "namespace", row -> namespace(seed, row),
            "obsolete", row -> obsolete(seed, row)),
        Map.of(
            "ontology", new ToOne("Ontology", OntologyTable::ofTerm, true),
            "ontologyAnnotations", new ToMany("OntologyAnnotation", annotations)));
  }

  private static String identifier(long row) {
    Vocabulary ontology = OntologyTable.vocabulary(OntologyTable.ofTerm(row));
    return ontology.prefix() + ":" + Long.toString(10_000_003 + 11 * row).substring(1);
  }

  /** Only the Gene Ontology has them. */
  private static @Nullable Object namespace(long seed, long row) {
    boolean isGo = OntologyTable.ofTerm(row) == 0;
    return isGo ? new Draw(seed, 322, row).oneOf(NAMESPACES) : null;
  }

  private static @Nullable Object obsolete(long seed, long row) {
    int luck = new Draw(seed, 323, row).below(20);
    return luck == 0 ? null : (Object) (luck == 1);
  }
}
