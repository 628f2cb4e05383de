package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportSchemaTest {
  private static final MineModel MODEL = model("java.lang.String");

  @Test
  void columnsAreNamedByTheirViewsWithoutTheRoot() {
    ExportSchema schema =
        ExportSchema.of(
            MODEL, List.of("Gene.symbol", "Gene.organism.name", "Gene.organism.parent.name"));

    assertEquals(
        "symbol string, organism_name string, organism_parent_name string",
        schema.table().toString());
    assertEquals("Gene.organism.name", schema.views().get(1).view());
    assertEquals("java.lang.String", schema.views().get(1).mineType());
  }

  @Test
  void viewsThatWouldClashAreNamedWhole() {
    ExportSchema schema =
        ExportSchema.of(MODEL, List.of("Gene.organism_name", "Gene.organism.name", "Gene.symbol"));

    assertEquals(
        List.of("Gene.organism_name", "Gene.organism.name", "symbol"), schema.table().names());
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.String, STRING",
    "java.math.BigDecimal, STRING",
    "org.intermine.objectstore.query.ClobAccess, STRING",
    "int, INT64",
    "short, INT64",
    "long, INT64",
    "java.lang.Integer, INT64",
    "java.lang.Short, INT64",
    "java.lang.Long, INT64",
    "float, DOUBLE",
    "double, DOUBLE",
    "java.lang.Float, DOUBLE",
    "java.lang.Double, DOUBLE",
    "boolean, BOOLEAN",
    "java.lang.Boolean, BOOLEAN",
    "java.util.Date, DATE"
  })
  void everyTypeOfAMineHasItsColumnType(String mineType, ColumnType type) {
    ExportSchema schema = ExportSchema.of(model(mineType), List.of("Gene.symbol"));

    assertEquals(type, schema.table().column(0).type());
    assertEquals(mineType, schema.views().get(0).mineType());
  }

  @Test
  void anUnknownTypeIsRefusedByName() {
    MineModel odd = model("java.awt.Color");

    assertRefused(odd, List.of("Gene.symbol"), "View 'Gene.symbol' has type 'java.awt.Color'");
  }

  @Test
  void aViewGivenTwiceIsRefused() {
    assertRefused(
        MODEL, List.of("Gene.symbol", "Gene.symbol"), "View 'Gene.symbol' is given twice");
  }

  @Test
  void viewsOfTwoRootsAreRefused() {
    assertRefused(
        MODEL,
        List.of("Gene.symbol", "Organism.name"),
        "View 'Organism.name' starts at another class than 'Gene.symbol'");
  }

  @Test
  void anUnknownViewIsRefused() {
    assertRefused(MODEL, List.of("Gene.symbl"), "nearest: 'symbol'");
  }

  private static void assertRefused(MineModel model, List<String> views, String reason) {
    QueryException refused =
        assertThrows(QueryException.class, () -> ExportSchema.of(model, views));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static MineModel model(String symbolType) {
    String document =
        """
        <model name="genomic">
          <class name="Gene">
            <attribute name="symbol" type="%s"/>
            <attribute name="organism_name" type="java.lang.String"/>
            <reference name="organism" referenced-type="Organism"/>
          </class>
          <class name="Organism">
            <attribute name="name" type="java.lang.String"/>
            <reference name="parent" referenced-type="Organism"/>
          </class>
        </model>"""
            .formatted(symbolType);
    return ModelXml.parse(
        new ServiceRoot("http://mine.test/service"), document.getBytes(StandardCharsets.UTF_8));
  }
}
