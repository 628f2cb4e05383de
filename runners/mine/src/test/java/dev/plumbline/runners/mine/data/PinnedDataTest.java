package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What clients have measured once must be what they measure tomorrow. */
class PinnedDataTest {

  @Test
  void keepsEveryCellOfOrganismsAndChromosomesAndTheFirstGenes() {
    MineTables tables = new MineTables(42, 100_000);
    TableDigest digest = new TableDigest();
    for (String name : new String[] {"Organism", "Chromosome", "Gene"}) {
      digest.cells(tables.of(name).orElseThrow(), 1_000);
    }
    Table genes = tables.of("Gene").orElseThrow();
    assertEquals(100_000, genes.rows());
    assertEquals("3e67b937c569694e52c2226841fe18fd846f4a100baf4d64516d86a3ea58a0b8", digest.hex());
  }

  @Test
  void keepsWhereTheFirstGenesLie() {
    long sum = 0;
    for (long gene = 0; gene < 1_000; gene++) {
      sum = 31 * sum + GeneTable.chromosome(42, gene);
    }
    assertEquals(1_020_886_326_660_715_178L, sum);
  }

  @Test
  void keepsEverythingInASmallMine() {
    TableDigest digest = new TableDigest();
    for (Table table : new MineTables(42, 1_000).all()) {
      digest.cells(table, table.rows()).links(table, table.rows());
    }
    assertEquals("72f723219118f937e7cb17e91c829a6e12580ebe95d873a96931684840a76cef", digest.hex());
  }
}
