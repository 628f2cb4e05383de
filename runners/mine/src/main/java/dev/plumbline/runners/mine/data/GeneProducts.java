package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.function.LongUnaryOperator;

/**
 * What genes are transcribed and translated to.
 *
 * <p>A gene has one or more transcripts, a transcript has a coding sequence or none, and a protein
 * is what one to three coding sequences that follow one another translate to. They may be those of
 * different genes, as near copies of a gene have the same product. All are in the order of the
 * genes, so that what belongs together is a range of rows.
 */
final class GeneProducts {

  private static final int BLOCK = 1 << 10;

  private final Fanout transcripts;
  private final Fanout codings;
  private final Fanout translations;

  GeneProducts(long seed, long genes) {
    double[] perGene = {0, 70, 15, 7, 3.5, 2, 1, 0.6, 0.4, 0.2, 0.15, 0.1, 0.05};
    transcripts = Fanout.ofParents(seed, 601, counts(seed, 601, perGene), genes);
    int[] perTranscript = counts(seed, 602, 20, 80);
    codings = Fanout.ofParents(seed, 602, perTranscript, transcripts.childRows());
    int[] perProtein = counts(seed, 603, 0, 94, 5, 1);
    translations = Fanout.ofChildren(seed, 603, perProtein, codings.childRows());
  }

  private static int[] counts(long seed, int column, double... shares) {
    return Skew.counts(new Draw(seed, column, -1), BLOCK, shares);
  }

  long transcripts() {
    return transcripts.childRows();
  }

  long codings() {
    return codings.childRows();
  }

  long proteins() {
    return translations.parentRows();
  }

  long geneOfTranscript(long transcript) {
    return transcripts.parent(transcript);
  }

  /** The place of a transcript among those of its gene, from 0. */
  long variant(long transcript) {
    return transcript - transcripts.first(transcripts.parent(transcript));
  }

  long transcriptOfCoding(long coding) {
    return codings.parent(coding);
  }

  long geneOfCoding(long coding) {
    return transcripts.parent(codings.parent(coding));
  }

  long proteinOfCoding(long coding) {
    return translations.parent(coding);
  }

  /** The coding sequence of a transcript, negative for none. */
  long codingOfTranscript(long transcript) {
    return codings.count(transcript) == 0 ? -1 : codings.first(transcript);
  }

  /** The first of the coding sequences that translate to a protein. */
  long firstCoding(long protein) {
    return translations.first(protein);
  }

  ToOne proteinOfTranscript() {
    return new ToOne("Protein", this::proteinOfTranscript, false);
  }

  ToMany transcriptsOfGene() {
    return new ToMany("Transcript", transcripts.members());
  }

  ToMany codingsOfGene() {
    return new ToMany("CDS", new RowRange(this::firstCodingOfGene, this::endCodingOfGene));
  }

  ToMany proteinsOfGene() {
    return new ToMany("Protein", new RowRange(this::firstProteinOfGene, this::endProteinOfGene));
  }

  ToMany codingsOfTranscript() {
    return new ToMany("CDS", codings.members());
  }

  ToMany codingsOfProtein() {
    return new ToMany("CDS", translations.members());
  }

  ToMany transcriptsOfProtein() {
    return new ToMany("Transcript", ofProtein(this::transcriptOfCoding));
  }

  ToMany genesOfProtein() {
    return new ToMany("Gene", ofProtein(this::geneOfCoding));
  }

  private Members ofProtein(LongUnaryOperator target) {
    return new DistinctTargets(translations, target);
  }

  private long proteinOfTranscript(long transcript) {
    long coding = codingOfTranscript(transcript);
    return coding < 0 ? -1 : translations.parent(coding);
  }

  private long firstCodingOfGene(long gene) {
    return codings.first(transcripts.first(gene));
  }

  private long endCodingOfGene(long gene) {
    return codings.first(transcripts.end(gene));
  }

  private boolean codes(long gene) {
    return firstCodingOfGene(gene) < endCodingOfGene(gene);
  }

  private long firstProteinOfGene(long gene) {
    return codes(gene) ? translations.parent(firstCodingOfGene(gene)) : 0;
  }

  private long endProteinOfGene(long gene) {
    return codes(gene) ? translations.parent(endCodingOfGene(gene) - 1) + 1 : 0;
  }
}
