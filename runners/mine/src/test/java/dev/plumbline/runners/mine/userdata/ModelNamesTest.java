package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNamesTest {

  @ParameterizedTest
  @CsvSource({
    "genes.csv, Genes",
    "my-genes_2024.v2.csv, MyGenes2024V2",
    "2024.csv, Data2024",
    "---.csv, Data",
    ".csv, Csv",
    "\u00e9tude.csv, \u00c9tude",
    "geneParts, GeneParts",
  })
  void makesAClassOfAFilesName(String file, String name) {
    assertEquals(name, ModelNames.className(Path.of(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "symbol, symbol",
    "gene id, gene_id",
    "2nd, _2nd",
    "class, class_",
    "a-b$c, a_b_c",
    "id, identifier",
    "\u00e9, \u00e9",
  })
  void makesAnAttributeOfAColumnsName(String column, String name) {
    assertEquals(name, ModelNames.attribute(column));
  }

  @Test
  void tellsWhichColumnsItRenamed() {
    UserData data = UserData.of(Path.of("g.csv"));
    List<String> columns = List.of("Gene.id", "Gene.my organism.name", "Gene.symbol");
    ColumnPaths paths = ColumnPaths.of(columns, data);
    assertEquals("Gene", paths.className());
    assertEquals(
        List.of(
            "column 'Gene.id' is Gene.identifier",
            "column 'Gene.my organism.name' is Gene.my_organism.name"),
        paths.renamed());
  }

  @Test
  void takesNoClassFromNamesThatDoNotShareOne() {
    UserData data = UserData.of(Path.of("g.csv"));
    assertEquals("G", ColumnPaths.of(List.of("Gene.a", "b"), data).className());
    assertEquals("G", ColumnPaths.of(List.of("gene.a", "gene.b"), data).className());
    assertEquals("G", ColumnPaths.of(List.of(), data).className());
    assertEquals(
        "a_", ColumnPaths.of(List.of("a."), data).paths().get(0).text(), "an empty part is none");
  }
}
