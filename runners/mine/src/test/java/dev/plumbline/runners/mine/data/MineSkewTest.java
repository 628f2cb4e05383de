package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of one thing others have. */
class MineSkewTest {

  private static final MineTables TABLES = new MineTables(42, 100_000);

  @ParameterizedTest
  @CsvSource({
    "Gene, transcripts, 1, 12, 1.63, 0",
    "Gene, CDSs, 0, 12, 1.31, 14",
    "Gene, proteins, 0, 12, 1.28, 14",
    "Gene, pathways, 0, 6, 0.71, 62",
    "Gene, dataSets, 1, 3, 1.65, 0",
    "Gene, ontologyAnnotations, 0, 20, 3.09, 30",
    "Gene, homologues, 0, 10, 2.07, 35",
    "Gene, crossReferences, 0, 8, 1.62, 25",
    "Gene, expressionValues, 0, 24, 0.72, 96",
    "Gene, locations, 1, 1, 1, 0",
    "Transcript, CDSs, 0, 1, 0.8, 20",
    "Protein, CDSs, 1, 3, 1.07, 0",
    "Protein, genes, 1, 3, 1.045, 0",
    "Protein, proteinDomainRegions, 0, 8, 1.7, 28"
  })
  void staysWithinItsBounds(
      String className, String link, int least, int most, double mean, double nonePercent) {
    int[] counts = counts(className, link);
    assertEquals(least, IntStream.of(counts).min().orElseThrow());
    assertEquals(most, IntStream.of(counts).max().orElseThrow());
    assertEquals(mean, IntStream.of(counts).average().orElseThrow(), 0.02 * mean);
    long none = IntStream.of(counts).filter(count -> count == 0).count();
    assertEquals(nonePercent, 100.0 * none / counts.length, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "Pathway, genes, 0.08, 0.25",
    "DataSet, bioEntities, 0.1, 0.3",
    "OntologyTerm, ontologyAnnotations, 0.05, 0.13",
    "ProteinDomain, proteinDomainRegions, 0.05, 0.13"
  })
  void favoursFewOverMany(String className, String link, double leastShare, double mostShare) {
    int[] counts = IntStream.of(counts(className, link)).sorted().toArray();
    double sum = IntStream.of(counts).sum();
    double top = counts[counts.length - 1] / sum;
    assertTrue(leastShare < top && top < mostShare, "share of the first: " + top);
    double lowerHalf = IntStream.of(counts).limit(counts.length / 2).sum() / sum;
    assertTrue(lowerHalf < 0.3, "share of the lower half: " + lowerHalf);
  }

  @Test
  void givesEverySampleAsManyValuesAsAnother() {
    int[] counts = counts("ExpressionSample", "expressionValues");
    double mean = IntStream.of(counts).average().orElseThrow();
    for (int count : counts) {
      assertEquals(mean, count, 0.05 * mean);
    }
  }

  private static int[] counts(String className, String name) {
    Table table = TABLES.of(className).orElseThrow();
    Link link = Objects.requireNonNull(table.links().get(name));
    return LongStream.range(0, table.rows()).mapToInt(row -> Links.count(link, row)).toArray();
  }
}
