package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MineModelTest {
  private static final ServiceRoot ROOT = new ServiceRoot("http://mine.test/x/service");
  private static final MineModel MODEL =
      parse(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <model name="genomic" package="org.intermine.model.bio">
            <class name="org.intermine.model.bio.BioEntity" is-interface="true">
              <attribute name="primaryIdentifier" type="java.lang.String"/>
              <attribute name="symbol" type="java.lang.String"/>
              <reference name="organism" referenced-type="Organism"/>
              <collection name="synonyms" referenced-type="org.intermine.model.bio.Synonym"/>
            </class>
            <class name="Annotatable" is-interface="true">
              <attribute name="note" type="org.intermine.objectstore.query.ClobAccess"/>
            </class>
            <class name="SequenceFeature" extends="org.intermine.model.bio.BioEntity  Annotatable"
                is-interface="true">
              <attribute name="length" type="java.lang.Integer"/>
              <reference name="chromosome" referenced-type="Chromosome"/>
            </class>
            <class name="Chromosome" extends="SequenceFeature" is-interface="true"/>
            <class name="Gene" extends="SequenceFeature" is-interface="true">
              <attribute name="score" type="double"/>
              <attribute name="symbol" type="java.lang.Boolean"/>
            </class>
            <class name="Organism" is-interface="true">
              <attribute name="taxonId" type="int"/>
              <attribute name="name" type="java.lang.String"/>
            </class>
            <class name="Synonym" is-interface="true"><attribute name="value" type="java.lang.String"/></class>
            <class name="SimpleThing" extends="java.lang.Object" is-interface="false">
              <attribute name="value" type="java.lang.String"/>
              <reference name="gene" referenced-type="Gene"/>
            </class>
            <class name="SimplerThing" extends="SimpleThing" is-interface="false"/>
          </model>
          """);

  @ParameterizedTest
  @CsvSource({
    "Gene.score, double",
    "Gene.length, java.lang.Integer",
    "Gene.primaryIdentifier, java.lang.String",
    "Gene.note, org.intermine.objectstore.query.ClobAccess",
    "Gene.organism.taxonId, int",
    "Gene.synonyms.value, java.lang.String",
    "Gene.chromosome.organism.name, java.lang.String",
    "Gene.chromosome.chromosome.length, java.lang.Integer",
    "Chromosome.note, org.intermine.objectstore.query.ClobAccess",
    "SimpleThing.gene.organism.name, java.lang.String",
    "SimplerThing.value, java.lang.String"
  })
  void typesAPathThroughInheritance(String view, String type) {
    assertEquals(type, MODEL.attributeType(view));
  }

  @Test
  void aClassesOwnFieldComesBeforeAnInheritedOne() {
    assertEquals("java.lang.Boolean", MODEL.attributeType("Gene.symbol"));
    assertEquals("java.lang.String", MODEL.attributeType("Chromosome.symbol"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gene.id", "Gene.organism.id", "SimpleThing.gene.id"})
  void theImplicitIdIsAnInteger(String view) {
    assertEquals("java.lang.Integer", MODEL.attributeType(view));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleThing", "SimplerThing"})
  void simpleObjectsHaveNoId(String className) {
    assertFalse(MODEL.hasId(className));
    assertThrows(QueryException.class, () -> MODEL.attributeType(className + ".id"));
    assertTrue(MODEL.hasId("Gene"));
  }

  @ParameterizedTest
  @CsvSource({
    "Gen.symbol, Gen, Gene",
    "gene.symbol, 'gene', 'Gene'",
    "Gene.symbl, 'symbl', 'symbol'",
    "Gene.organsim.name, 'organsim', 'organism'",
    "Gene.organism.taxonID, 'taxonID', 'taxonId'",
    "Gene.organism.nam, 'nam', 'name'",
    "Gene.primaryidentifer, 'primaryidentifer', 'primaryIdentifier'"
  })
  void anUnknownNameIsRefusedWithTheNearest(String view, String unknown, String nearest) {
    QueryException refused = assertThrows(QueryException.class, () -> MODEL.attributeType(view));

    String message = refused.getMessage();
    assertTrue(message.contains("'" + view + "'"), message);
    assertTrue(message.contains("'" + unknown + "'"), message);
    assertTrue(message.endsWith("nearest: '" + nearest + "'"), message);
    assertTrue(message.contains("genomic"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gene",
        "Gene.organism",
        "Gene.synonyms",
        "Gene.symbol.name",
        "Gene.",
        "Gene..symbol",
        ""
      })
  void aViewThatDoesNotEndInAnAttributeIsRefused(String view) {
    QueryException refused = assertThrows(QueryException.class, () -> MODEL.attributeType(view));

    assertTrue(refused.getMessage().contains("View '" + view + "'"), refused.getMessage());
  }

  @Test
  void aCircleOfParentsEnds() {
    MineModel circle =
        parse(
            """
            <model name="m"><class name="A" extends="B"/><class name="B" extends="A">
              <attribute name="x" type="int"/></class></model>""");

    assertEquals("int", circle.attributeType("A.x"));
    assertThrows(QueryException.class, () -> circle.attributeType("A.y"));
  }

  @Test
  void theModelKnowsItsName() {
    assertEquals("genomic", MODEL.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<html><body>Down</body></html>",
        "<model name=\"m\"/>",
        "<model><class name=\"A\">",
        "<model name='m'><class name='A'>&nosuch;</class></model>"
      })
  void anotherDocumentIsRefusedWithItsAddress(String document) {
    MineException refused = assertThrows(MineException.class, () -> parse(document));

    assertTrue(
        refused.getMessage().startsWith("http://mine.test/x/service/model"), refused.getMessage());
    assertFalse(refused.retryable());
  }

  @Test
  void externalEntitiesAreNotRead() {
    String document =
        """
        <!DOCTYPE model [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <model name="m"><class name="A"><attribute name="&x;" type="int"/></class></model>""";

    assertThrows(MineException.class, () -> parse(document));
  }

  private static MineModel parse(String document) {
    return ModelXml.parse(ROOT, document.getBytes(StandardCharsets.UTF_8));
  }
}
