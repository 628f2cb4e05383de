package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  @Test
  void pathsFromOneRootLoseItAndTheirDots() {
    ColumnNames names =
        ColumnNames.of(
            List.of("Gene.primaryIdentifier", "Gene.organism.name", "Gene.proteins.genes.id"));

    assertEquals(
        List.of("primaryIdentifier", "organism_name", "proteins_genes_id"), names.columns());
    assertEquals(
        Map.of(
            "Gene.primaryIdentifier", "primaryIdentifier",
            "Gene.organism.name", "organism_name",
            "Gene.proteins.genes.id", "proteins_genes_id"),
        names.renamed());
  }

  @Test
  void pathsThatWouldClashStayWhole() {
    ColumnNames names = ColumnNames.of(List.of("Gene.a.b", "Gene.a_b", "Gene.c"));

    assertEquals(List.of("Gene.a.b", "Gene.a_b", "c"), names.columns());
    assertEquals(Map.of("Gene.c", "c"), names.renamed());
  }

  @Test
  void namesThatAreNotAllPathsFromOneRootStay() {
    for (List<String> names :
        List.of(
            List.of("id", "organism_name"),
            List.of("Gene.id", "length"),
            List.of("Gene.id", "Protein.id"),
            List.of("Gene.id", "Gene"),
            List.of("Gene.id", "Gene."),
            List.of("Gene.id", "Genes.id"),
            List.of(".id", ".name"),
            List.<String>of())) {
      assertEquals(names, ColumnNames.of(names).columns());
      assertEquals(Map.of(), ColumnNames.of(names).renamed());
    }
  }

  @Test
  void rejectsListsThatDoNotPair() {
    assertThrows(
        IllegalArgumentException.class, () -> new ColumnNames(List.of("Gene.id"), List.of()));
  }
}
