package dev.plumbline.runners.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The classes that this mine holds data for. */
final class MineTables {

  private final Map<String, Table> tables = new TreeMap<>();

  MineTables(long seed, long genes) {
    Table organisms = OrganismTable.build();
    Table chromosomes = ChromosomeTable.build(seed, organisms);
    add(organisms);
    add(chromosomes);
    add(GeneTable.build(seed, genes, organisms, chromosomes));
  }

  MineTables(List<Table> held) {
    held.forEach(this::add);
  }

  private void add(Table table) {
    tables.put(table.className(), table);
  }

  Optional<Table> of(String className) {
    return Optional.ofNullable(tables.get(className));
  }

  /** Says what is held, to whoever asked for something else. */
  QueryRefused noData(String what, String path) {
    return QueryRefused.badRequest(
        "This mine holds no data for "
            + what
            + " (path "
            + path
            + "); it holds data for the classes "
            + String.join(", ", tables.keySet()));
  }
}
