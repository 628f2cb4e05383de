package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.HashMap;
import java.util.Map;

/** What a gene refers to and what refers to it. */
final class GeneLinks {

  private final Relations relations;
  private final long seed;

  GeneLinks(Relations relations) {
    this.relations = relations;
    this.seed = relations.seed();
  }

  Map<String, Link> links() {
    Map<String, Link> links = new HashMap<>(place());
    GeneProducts products = relations.products();
    links.put("transcripts", products.transcriptsOfGene());
    links.put("CDSs", products.codingsOfGene());
    links.put("proteins", products.proteinsOfGene());
    links.put("pathways", new ToMany("Pathway", relations.pathways().choicesOfParent()));
    links.put("dataSets", new ToMany("DataSet", relations.dataSets().choicesOfParent()));
    links.put("homologues", children("Homologue", relations.homologues()));
    links.put("crossReferences", children("CrossReference", relations.crossReferences()));
    links.put(
        "ontologyAnnotations", children("OntologyAnnotation", relations.annotations().fanout()));
    links.put("expressionValues", children("ExpressionValue", relations.expression().fanout()));
    return links;
  }

  private Map<String, Link> place() {
    return Map.of(
        "organism",
        new ToOne("Organism", gene -> GeneTable.plant(seed, gene), true),
        "chromosome",
        new ToOne("Chromosome", gene -> GeneTable.chromosome(seed, gene), false),
        "chromosomeLocation",
        new ToOne("Location", gene -> LocationTable.placed(seed, gene), false),
        "locations",
        new ToMany("Location", new RowRange(gene -> gene, gene -> gene + 1)));
  }

  private static Link children(String target, Fanout fanout) {
    return new ToMany(target, fanout.members());
  }
}
