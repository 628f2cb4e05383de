package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;

/** Where domains were found, protein by protein: 0 to 8 of each, all of different domains. */
final class ProteinDomainRegionTable {

  private ProteinDomainRegionTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Association regions = relations.regions();
    Fanout ofProteins = regions.fanout();
    return new Table(
        "ProteinDomainRegion",
        ofProteins.childRows(),
        firstId,
        Map.of(
            "start", row -> start(seed, length(relations, row), row),
            "end", row -> end(seed, length(relations, row), row)),
        Map.of(
            "protein", new ToOne("Protein", ofProteins::parent, true),
            "proteinDomain", new ToOne("ProteinDomain", regions::choice, true)));
  }

  private static int length(Relations relations, long row) {
    return Residues.length(relations.seed(), relations.regions().fanout().parent(row));
  }

  /** From 1. */
  private static int start(long seed, int length, long row) {
    return 1 + new Draw(seed, 300, row).below(length);
  }

  private static int end(long seed, int length, long row) {
    int start = start(seed, length, row);
    return start + new Draw(seed, 301, row).below(Math.min(300, length - start + 1));
  }
}
