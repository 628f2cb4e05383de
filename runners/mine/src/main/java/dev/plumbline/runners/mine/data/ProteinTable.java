package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The proteins, in the order of the genes: about one per coding transcript. */
final class ProteinTable {

  private ProteinTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Map<String, ColumnValues> cells = new HashMap<>();
    cells.putAll(new EntityNames(seed, 241).cells());
    cells.putAll(new ProteinFacts(seed).cells());
    cells.put("primaryIdentifier", row -> identifier(relations, row));
    return new Table(
        "Protein", relations.products().proteins(), firstId, cells, links(relations, seed));
  }

  private static Map<String, Link> links(Relations relations, long seed) {
    GeneProducts products = relations.products();
    LongUnaryOperator plant =
        row -> GeneTable.plant(seed, products.geneOfCoding(products.firstCoding(row)));
    return Map.of(
        "organism",
        new ToOne("Organism", plant, true),
        "sequence",
        new ToOne("Sequence", row -> row, true),
        "genes",
        products.genesOfProtein(),
        "transcripts",
        products.transcriptsOfProtein(),
        "CDSs",
        products.codingsOfProtein(),
        "proteinDomainRegions",
        new ToMany("ProteinDomainRegion", relations.regions().fanout().members()));
  }

  /** Missing in 1 of 500; about 1 in 100 has its neighbour's. */
  private static @Nullable Object identifier(Relations relations, long row) {
    int luck = new Draw(relations.seed(), 240, row).below(1_000);
    if (luck < 2) {
      return null;
    }
    return ofFirstTranscript(relations, luck < 12 && row > 0 ? row - 1 : row);
  }

  private static String ofFirstTranscript(Relations relations, long row) {
    GeneProducts products = relations.products();
    long transcript = products.transcriptOfCoding(products.firstCoding(row));
    return TranscriptTable.identifier(relations, transcript) + "-P";
  }
}
