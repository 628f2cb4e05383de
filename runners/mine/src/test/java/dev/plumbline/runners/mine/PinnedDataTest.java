package dev.plumbline.runners.mine;

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
}
