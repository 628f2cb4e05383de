package dev.plumbline.runners.clients;

import java.util.ArrayList;
import java.util.List;

/** Queries that no service should answer, one for each way to be wrong. */
final class RefusedQueries {
  private static final String GENES = "<query model=\"genomic\" view=\"Gene.id Gene.symbol\"";
  private final List<String> all = new ArrayList<>();

  List<String> all() {
    shapes();
    paths();
    constraints();
    return List.copyOf(all);
  }

  private void shapes() {
    all.add("<query view=\"Gene.id\"/>");
    all.add("<query model=\"genomic\"/>");
    all.add("<query model=\"genomic\" view=\"Gene.id\"");
    all.add("<query model=\"genomic\" view=\"Gene.id\" colour=\"green\"/>");
    all.add("<query model=\"genomic\" view=\"\"/>");
    add("", "<colour/>");
    add(
        "",
        constraint("Gene.id", "=", "1", "A") + "<join path=\"Gene.chromosome\" style=\"OUTER\"/>");
    add("", "<join path=\"Gene.chromosome\"/>");
    add("", "<join style=\"OUTER\"/>");
    add("", "<join path=\"Gene.chromosome\" style=\"SIDEWAYS\"/>");
    add("", "<pathDescription pathString=\"Gene.id\"/>");
    add("", "<constraint op=\"=\" value=\"1\"/>");
    add("", "<constraint path=\"Gene.id\" op=\"=\" value=\"1\" colour=\"green\"/>");
    add("", "<constraint path=\"Gene.id\" op=\"ONE OF\"><number>1</number></constraint>");
    add("", "<constraint path=\"Gene.id\" op=\"ONE OF\"><value/></constraint>");
  }

  private void paths() {
    all.add("<query model=\"genomic\" view=\"Gene.nix\"/>");
    all.add("<query model=\"genomic\" view=\"Nix.id\"/>");
    all.add("<query model=\"genomic\" view=\"Gene.id Gene.symbol.nix\"/>");
    all.add("<query model=\"genomic\" view=\"Gene.id Organism.name\"/>");
    all.add("<query model=\"genomic\" view=\"Gene.organism\"/>");
    all.add("<query model=\"genomic\" view=\"Gene.chromosome.nix\"/>");
    add(" sortOrder=\"Gene.nix asc\"", "");
    add(" sortOrder=\"Gene.organism asc\"", "");
    add(" sortOrder=\"Gene.chromosome.name asc\"", "");
    add(" sortOrder=\"Organism.name asc\"", "");
    add("", "<join path=\"Gene.nix\" style=\"OUTER\"/>");
    add("", constraint("Gene.nix", "=", "1", "A"));
    add("", constraint("Organism.taxonId", "=", "3702", "A"));
  }

  private void constraints() {
    add("", constraint("Gene.id", "&gt;", "1", "A") + constraint("Gene.id", "=", "1", "A"));
    add("", constraint("Gene.id", "~", "1", "A"));
    add("", constraint("Gene.id", "=", "many", "A"));
    add("", constraint("Gene.score", "&gt;", "high", "A"));
    add("", constraint("Gene.lastUpdated", "&gt;", "yesterday", "A"));
    add("", constraint("Gene.organism", "=", "1", "A"));
    add("", constraint("Gene.id", "=", "1", "AB"));
    add("", constraint("Gene.id", "=", "1", "a"));
    add("", "<constraint path=\"Gene.id\" op=\"=\"/>");
    add("", "<constraint path=\"Gene.id\"/>");
    add("", "<constraint path=\"Gene.id\" op=\"ONE OF\"><value>many</value></constraint>");
    add(
        " constraintLogic=\"A and\"",
        constraint("Gene.id", "&gt;", "1", "A") + constraint("Gene.length", "&gt;", "1", "B"));
  }

  private void add(String attributes, String children) {
    all.add(GENES + attributes + ">" + children + "</query>");
  }

  private static String constraint(String path, String op, String value, String code) {
    return "<constraint path=\"%s\" op=\"%s\" value=\"%s\" code=\"%s\"/>"
        .formatted(path, op, value, code);
  }
}
