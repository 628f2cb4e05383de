package dev.plumbline.runners.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries over the mine's model, most of them right, many nearly so. */
final class RandomQueries {
  private static final List<String> ATTRIBUTES =
      List.of(
          "Gene.id",
          "Gene.symbol",
          "Gene.length",
          "Gene.score",
          "Gene.curated",
          "Gene.lastUpdated",
          "Gene.gcFraction",
          "Gene.readCount",
          "Gene.organism.name",
          "Gene.organism.taxonId",
          "Gene.chromosome.primaryIdentifier");
  private static final List<String> WRONG =
      List.of("Gene", "Gene.nix", "Gene.organism", "Organism.name", "Gene.symbol.name", "gene.id");
  private static final List<String> OPERATORS =
      List.of(
          "=",
          "!=",
          "==",
          "!==",
          "&lt;",
          "&lt;=",
          "&gt;",
          "&gt;=",
          "LIKE",
          "NOT LIKE",
          "CONTAINS",
          "DOES NOT CONTAIN",
          "is not null",
          "~",
          "");
  private static final List<String> VALUES =
      List.of(
          "1",
          "-3",
          "0.5",
          "1E5",
          "many",
          "true",
          "FALSE",
          "2020-02-29",
          "29/02/2020",
          "*",
          "a*b",
          " 7 ",
          "9223372036854775807",
          "");

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  String next() {
    List<String> views = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      views.add(path(30));
    }
    StringBuilder query = new StringBuilder("<query model=\"genomic\" view=\"");
    query.append(String.join(" ", views)).append('"');
    if (random.nextInt(3) == 0) {
      query.append(" sortOrder=\"").append(sortOrder(views)).append('"');
    }
    int constraints = random.nextInt(3);
    if (constraints == 2 && random.nextBoolean()) {
      query.append(" constraintLogic=\"A %s B\"".formatted(one(List.of("and", "or", "AND"))));
    }
    query.append('>');
    if (random.nextInt(4) == 0) {
      query.append("<join path=\"Gene.%s\" style=\"%s\"/>".formatted(reference(), style()));
    }
    for (int i = 0; i < constraints; i++) {
      query.append(constraint(i));
    }
    return query.append("</query>").toString();
  }

  private String sortOrder(List<String> views) {
    String path = random.nextInt(3) == 0 ? path(10) : one(views);
    return path + one(List.of(" asc", " desc", " DESC", ""));
  }

  private String constraint(int place) {
    String code = random.nextInt(20) == 0 ? "A" : place == 0 ? "A" : "B";
    String path = path(30);
    return switch (random.nextInt(5)) {
      case 0 ->
          "<constraint path=\"%s\" op=\"%s\" code=\"%s\"/>"
              .formatted(path, one(List.of("IS NULL", "IS NOT NULL", "IS EMPTY")), code);
      case 1 ->
          "<constraint path=\"%s\" op=\"%s\" code=\"%s\"><value>%s</value><value>%s</value></constraint>"
              .formatted(path, one(List.of("ONE OF", "NONE OF")), code, one(VALUES), one(VALUES));
      default ->
          "<constraint path=\"%s\" op=\"%s\" value=\"%s\" code=\"%s\"/>"
              .formatted(path, one(OPERATORS), one(VALUES), code);
    };
  }

  private String reference() {
    return one(List.of("chromosome", "organism", "nix", "symbol"));
  }

  private String style() {
    return one(List.of("OUTER", "OUTER", "INNER", "LEFT"));
  }

  /** Wrong once in so many. */
  private String path(int oneIn) {
    return random.nextInt(oneIn) == 0 ? one(WRONG) : one(ATTRIBUTES);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
