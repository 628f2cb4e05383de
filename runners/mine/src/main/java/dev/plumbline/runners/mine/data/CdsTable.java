package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.HashMap;
import java.util.Map;

/** The coding sequences, transcript by transcript: four transcripts in five have one. */
final class CdsTable {

  private CdsTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    GeneProducts products = relations.products();
    Map<String, ColumnValues> cells = new HashMap<>();
    cells.putAll(new EntityNames(seed, 221).cells());
    cells.putAll(new FeatureScores(seed, 224).cells());
    cells.put("primaryIdentifier", row -> identifier(relations, row));
    cells.put("length", row -> length(relations, row));
    Map<String, Link> links = new HashMap<>(TranscriptTable.ofGene(seed, products::geneOfCoding));
    links.put("protein", new ToOne("Protein", products::proteinOfCoding, true));
    links.put("transcript", new ToOne("Transcript", products::transcriptOfCoding, true));
    return new Table("CDS", products.codings(), firstId, cells, links);
  }

  private static String identifier(Relations relations, long row) {
    long transcript = relations.products().transcriptOfCoding(row);
    return TranscriptTable.identifier(relations, transcript) + "-CDS";
  }

  /** Three letters for each of its protein's, and the stop codon. */
  static int length(Relations relations, long row) {
    long protein = relations.products().proteinOfCoding(row);
    return 3 * (Residues.length(relations.seed(), protein) + 1);
  }
}
