package dev.plumbline.runners.mine.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The classes that this mine holds data for.
 *
 * <p>Ids of the tables of fixed size lie below the first gene's; the tables that grow with the
 * genes follow them, each where the one before it ends.
 */
public final class MineTables {

  private final Map<String, Table> tables = new TreeMap<>();
  private int nextId = GeneTable.FIRST_ID;

  public MineTables(long seed, long genes) {
    Relations relations = new Relations(seed, genes);
    addFixed(relations);
    addGrowing(relations);
  }

  public MineTables(List<Table> held) {
    held.forEach(this::add);
  }

  private void addFixed(Relations relations) {
    add(OrganismTable.build());
    add(ChromosomeTable.build(relations.seed()));
    add(DataSourceTable.build(relations.seed()));
    add(DataSetTable.build(relations));
    add(OntologyTable.build());
    add(ExpressionSampleTable.build(relations));
    add(PathwayTable.build(relations));
    add(OntologyTermTable.build(relations));
    add(OntologyTermTable.buildGoTerms(relations));
    add(ProteinDomainTable.build(relations));
  }

  private void addGrowing(Relations relations) {
    addNext(GeneTable.build(relations));
    addNext(TranscriptTable.build(relations, nextId));
    addNext(CdsTable.build(relations, nextId));
    addNext(ProteinTable.build(relations, nextId));
    addNext(SequenceTable.build(relations, nextId));
    addNext(ProteinDomainRegionTable.build(relations, nextId));
    addNext(LocationTable.build(relations, nextId));
    addNext(OntologyAnnotationTable.build(relations, nextId));
    addNext(HomologueTable.build(relations, nextId));
    addNext(CrossReferenceTable.build(relations, nextId));
    addNext(ExpressionValueTable.build(relations, nextId));
  }

  private void addNext(Table table) {
    add(table);
    nextId = Math.toIntExact(nextId + table.rows());
  }

  private void add(Table table) {
    tables.put(table.className(), table);
  }

  public Optional<Table> of(String className) {
    return Optional.ofNullable(tables.get(className));
  }

  /** Every table, by class name. */
  public Collection<Table> all() {
    return Collections.unmodifiableCollection(tables.values());
  }

  /** Says what is held, to whoever asked for something else. */
  public String noData(String what, String path) {
    return "This mine holds no data for %s (path %s); it holds data for the classes %s"
        .formatted(what, path, String.join(", ", tables.keySet()));
  }
}
