package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class PathQueryTest {
  @Test
  void writesModelViewsSortAndJoins() throws Exception {
    PathQuery query =
        new PathQuery(
            "genomic",
            List.of("Gene.symbol", "Gene.organism.name"),
            List.of(
                new Join("Gene.organism", Join.Style.OUTER),
                new Join("Gene.chromosome", Join.Style.INNER)),
            "Gene.symbol asc Gene.id asc");

    Element xml = parse(query.xml());

    assertEquals("query", xml.getTagName());
    assertEquals("genomic", xml.getAttribute("model"));
    assertEquals("Gene.symbol Gene.organism.name", xml.getAttribute("view"));
    assertEquals("Gene.symbol asc Gene.id asc", xml.getAttribute("sortOrder"));
    assertEquals(2, xml.getChildNodes().getLength());
    assertJoin(xml.getChildNodes().item(0), "Gene.organism", "OUTER");
    assertJoin(xml.getChildNodes().item(1), "Gene.chromosome", "INNER");
  }

  @Test
  void anEmptySortOrderIsLeftOut() throws Exception {
    Element xml = parse(new PathQuery("m", List.of("A.b"), List.of(), "").xml());

    assertFalse(xml.hasAttribute("sortOrder"));
    assertFalse(xml.hasChildNodes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<&>\"'",
        "]]>",
        "&amp;",
        "Gene.ümlaut",
        "Gene.\uD83C\uDF3E",
        "\"/><constraint path=\"x\" op=\"=\" value=\""
      })
  void escapesWhateverStandsInAName(String name) throws Exception {
    PathQuery query =
        new PathQuery(
            name, List.of(name, "Gene.b"), List.of(new Join(name, Join.Style.OUTER)), name);

    Element xml = parse(query.xml());

    assertEquals(name, xml.getAttribute("model"));
    assertEquals(name + " Gene.b", xml.getAttribute("view"));
    assertEquals(name, xml.getAttribute("sortOrder"));
    assertEquals(1, xml.getChildNodes().getLength());
    assertJoin(xml.getChildNodes().item(0), name, "OUTER");
  }

  @Test
  void theRootIsTheFirstPartOfTheViews() {
    assertEquals("Gene", new PathQuery("m", List.of("Gene.a.b"), List.of(), "").rootClass());
  }

  @Test
  void aQueryWithoutViewsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new PathQuery("m", List.of(), List.of(), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Gene.organism, Gene.organism, OUTER",
    "Gene.organism:OUTER, Gene.organism, OUTER",
    "Gene.organism:inner, Gene.organism, INNER"
  })
  void readsAJoin(String given, String path, Join.Style style) {
    assertEquals(new Join(path, style), Join.parse(given));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Gene", "Gene:OUTER", "Gene.organism:", "Gene.organism:LEFT"})
  void anotherJoinIsRefusedByName(String given) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Join.parse(given));

    assertTrue(refused.getMessage().startsWith("Join '" + given + "'"), refused.getMessage());
  }

  private static void assertJoin(Node node, String path, String style) {
    Element join = (Element) node;
    assertEquals("join", join.getTagName());
    assertEquals(path, join.getAttribute("path"));
    assertEquals(style, join.getAttribute("style"));
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
