package dev.plumbline.runners.mine.query.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.PathQuery.SortKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathQueryReaderTest {

  private static final PathQuery EXPECTED =
      new PathQuery(
          List.of("Gene.symbol", "Gene.length"),
          List.of(new SortKey("Gene.symbol", true), new SortKey("Gene.length", false)),
          List.of(
              new Constraint("Gene.length", Operator.GREATER, List.of("5"), "A", ""),
              new Constraint("Gene.symbol", Operator.ONE_OF, List.of("a", "b"), "B", ""),
              new Constraint("Gene", Operator.LOOKUP, List.of("x"), "C", "D. mel"),
              new Constraint("Gene.a", Operator.SAME_AS, List.of("Gene.b"), "", ""),
              new Constraint("Gene.id", Operator.ONE_OF, List.of("1", "2"), "", ""),
              new Constraint("Gene.score", Operator.IS_NULL, List.of(), "", "")),
          "A and (B or C)",
          Set.of("Gene.pathways"),
          Map.of("Gene.feature", "Protein"));

  @Test
  void readsXml() {
    String children =
        """
        <join path="Gene.pathways" style="outer"/><join path="Gene.proteins" style="INNER"/>
        <constraint path="Gene.length" op="&gt;" value="5" code="A"/>
        <constraint path="Gene.symbol" op="ONE OF" code="B"><value>a</value><value>b</value></constraint>
        <constraint path="Gene" op="LOOKUP" value="x" extraValue="D. mel" code="C"/>
        <constraint path="Gene.a" op="=" loopPath="Gene.b"/>
        <constraint path="Gene" op="IN" ids="1, 2"/>
        <constraint path="Gene.score" op="IS NULL"/>
        <constraint path="Gene.feature" type="Protein"/>
        """;
    String attributes =
        "sortOrder=\"Gene.symbol DESC Gene.length\" constraintLogic=\"A and (B or C)\"";
    String xml = MineClient.query("Gene.symbol Gene.length", attributes, children);
    assertEquals(EXPECTED, PathQueryReader.read(xml));
  }

  @Test
  void readsJson() {
    String json =
        """
        {"model": {"name": "genomic"}, "select": ["Gene.symbol", "Gene.length"],
         "orderBy": [{"Gene.symbol": "DESC"}, {"path": "Gene.length", "direction": "ASC"}],
         "constraintLogic": "A and (B or C)", "joins": ["Gene.pathways"],
         "where": [{"path": "Gene.length", "op": ">", "value": 5, "code": "A"},
          {"path": "Gene.symbol", "op": "ONE OF", "values": ["a", "b"], "code": "B"},
          {"path": "Gene", "op": "LOOKUP", "value": "x", "extraValue": "D. mel", "code": "C"},
          {"path": "Gene.a", "op": "=", "loopPath": "Gene.b"},
          {"path": "Gene", "op": "IN", "ids": [1, 2]},
          {"path": "Gene.score", "op": "IS NULL"},
          {"path": "Gene.feature", "type": "Protein"}]}
        """;
    assertEquals(EXPECTED, PathQueryReader.read(json));
    String otherNames =
        json.replace("select", "views")
            .replaceFirst("\"orderBy\": .*", "\"sortOrder\": \"Gene.symbol desc Gene.length\",")
            .replace("[\"Gene.pathways\"]", "{\"Gene.pathways\": \"OUTER\"}");
    assertEquals(EXPECTED, PathQueryReader.read(otherNames));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<query model='m' view='Gene.id'><node path='Gene' type='Gene'/></query>",
        "<query model='m' view=' '/>",
        "<query view='Gene.id'/>",
        "<query model='m' view='Gene.id'><constraint path='Gene.id' op='='/></query>",
        "<query model='m' view='Gene.id'><constraint path='Gene.id' value='1'/></query>",
        "<query model='m' view='Gene.id'><join path='Gene.a' style='LEFT'/></query>",
        "<query model='m' view='Gene.id'><constraint path='Gene.id' op='IN'/></query>",
        "<query model='m' view='Gene.id'><constraint path='Gene.a' op='>' loopPath='Gene.b'/></query>",
        "<query model='m' view='Gene.id'><constraint path='Gene.id' op='ONE OF'><value/></constraint></query>",
        "<query model='m' view='Gene.id'><constraint path='Gene.id' op='IS NULL'/><join path='Gene.a' style='OUTER'/></query>",
        "Gene.id",
      })
  void refusesInvalidXml(String xml) {
    assertRefused(xml, "Query does not pass XML validation. ");
  }

  @Test
  void refusesXmlOfAnyDepth() {
    String deep = "<constraint>".repeat(30) + "</constraint>".repeat(30);
    assertRefused(MineClient.query("Gene.id", "", deep), "Query does not pass XML validation. ");
  }

  @Test
  void refusesACodeUsedTwice() {
    String one = "<constraint path=\"Gene.id\" op=\"=\" value=\"1\" code=\"A\"/>";
    assertRefused(MineClient.query("Gene.id", "", one + one), "XML is not well formatted. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"select\": [\"Gene.id\"]",
        "{\"select\": [[\"Gene.id\"]]}",
        "{\"select\": [null]}",
        "{\"select\": [\"Gene.id\"], \"where\": [[[[[[[[[[[[]]]]]]]]]]]]}"
      })
  void refusesMalformedJson(String json) {
    assertRefused(json, "JSON is not well formatted. ");
  }

  private static void assertRefused(String text, String words) {
    QueryRefused refused = assertThrows(QueryRefused.class, () -> PathQueryReader.read(text), text);
    assertEquals(400, refused.status());
    assertTrue(refused.getMessage().startsWith(words), refused.getMessage());
  }
}
