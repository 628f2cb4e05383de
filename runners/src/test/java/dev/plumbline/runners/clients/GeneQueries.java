package dev.plumbline.runners.clients;

/** The queries that clients are given, as the XML that the mine's own truth is asked with. */
final class GeneQueries {
  /** Texts of all kinds, and every type but a 64-bit integer, which JavaScript does not have. */
  static final String VIEW =
      "Gene.primaryIdentifier Gene.secondaryIdentifier Gene.symbol Gene.name Gene.briefDescription"
          + " Gene.description Gene.length Gene.score Gene.curated Gene.lastUpdated Gene.gcFraction"
          + " Gene.organism.name Gene.organism.taxonId Gene.id";

  /** The same without texts that have more than ASCII in them. */
  static final String PLAIN_VIEW =
      "Gene.primaryIdentifier Gene.length Gene.score Gene.curated Gene.lastUpdated Gene.gcFraction"
          + " Gene.organism.taxonId Gene.id";

  private GeneQueries() {}

  /** A query of a view, by id. */
  static String byId(String view) {
    return xml(view, "");
  }

  /** The same with joins and constraints. */
  static String xml(String view, String children) {
    return "<query model=\"genomic\" view=\"%s\" sortOrder=\"Gene.id asc\">%s</query>"
        .formatted(view, children);
  }

  /** A view and its order as imjs takes them; more in front, if it ends in a comma. */
  static String json(String view, String more) {
    String paths = String.join("\",\"", view.split(" ", -1));
    return "{%s\"select\":[\"%s\"],\"orderBy\":[[\"Gene.id\",\"ASC\"]]}".formatted(more, paths);
  }
}
