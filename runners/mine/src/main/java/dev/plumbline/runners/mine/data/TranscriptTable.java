package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The transcripts, gene by gene: 1 to 12 of each, most often one. */
final class TranscriptTable {

  private TranscriptTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    GeneProducts products = relations.products();
    LongUnaryOperator gene = products::geneOfTranscript;
    Map<String, ColumnValues> cells = new HashMap<>();
    cells.putAll(new EntityNames(seed, 201).cells());
    cells.putAll(new FeatureScores(seed, 204).cells());
    cells.put("primaryIdentifier", row -> identifier(relations, row));
    cells.put("length", row -> length(relations, row));
    Map<String, Link> links = new HashMap<>(ofGene(seed, gene));
    links.put("protein", products.proteinOfTranscript());
    links.put("CDS", new ToOne("CDS", products::codingOfTranscript, false));
    links.put("CDSs", products.codingsOfTranscript());
    return new Table("Transcript", products.transcripts(), firstId, cells, links);
  }

  /** The links of a feature that it has from its gene. */
  static Map<String, Link> ofGene(long seed, LongUnaryOperator gene) {
    LongUnaryOperator plant = row -> GeneTable.plant(seed, gene.applyAsLong(row));
    LongUnaryOperator chromosome = row -> GeneTable.chromosome(seed, gene.applyAsLong(row));
    return Map.of(
        "gene", new ToOne("Gene", gene, true),
        "organism", new ToOne("Organism", plant, true),
        "chromosome", new ToOne("Chromosome", chromosome, false));
  }

  /** The locus of its gene and its number there, from 1. */
  static String identifier(Relations relations, long row) {
    GeneProducts products = relations.products();
    String locus = GeneNames.locus(relations.seed(), products.geneOfTranscript(row));
    return locus + "." + (products.variant(row) + 1);
  }

  /** A coding sequence, if there is one, and what is not translated. */
  private static @Nullable Object length(Relations relations, long row) {
    Draw draw = new Draw(relations.seed(), 200, row);
    if (draw.below(50) == 0) {
      return null;
    }
    long coding = relations.products().codingOfTranscript(row);
    int translated = coding < 0 ? 0 : CdsTable.length(relations, coding);
    double u = draw.unit();
    return translated + (int) (60 + 900 * u + 20_000 * Residues.rarelyLarge(u));
  }
}
