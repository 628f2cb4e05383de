package dev.plumbline.runners.mine.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {

  private final QueryEngine engine = FewGenes.engine();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Gene.symbol|=|ZEN|zen",
        "Gene.symbol|=|*e*|zen EVE",
        "Gene.symbol|!=|zen|EVE Adh-x",
        "Gene.symbol|!=|*E*|Adh-x",
        "Gene.symbol|==|eve|-",
        "Gene.symbol|==|EVE|EVE",
        "Gene.symbol|!==|eve|zen EVE Adh-x",
        "Gene.symbol|LIKE|a*-X|Adh-x",
        "Gene.symbol|like|*|zen EVE Adh-x",
        "Gene.symbol|NOT LIKE|*n|EVE Adh-x",
        "Gene.symbol|CONTAINS|DH-|Adh-x",
        "Gene.symbol|CONTAINS|*|-",
        "Gene.symbol|DOES NOT CONTAIN|e|Adh-x",
        "Gene.symbol|<|EVE|Adh-x",
        "Gene.symbol|>=|EVE|zen EVE",
        "Gene.length|=|100|zen",
        "Gene.length|!=|100|EVE",
        "Gene.length|==|100|zen",
        "Gene.length|!==|100|EVE",
        "Gene.length|<|200|zen",
        "Gene.length|<=|200|zen EVE",
        "Gene.length|>|100|EVE",
        "Gene.length|>=|100|zen EVE",
        "Gene.length|WITHIN|1 .. 150|zen",
        "Gene.length|OVERLAPS|150..200|EVE",
        "Gene.length|OUTSIDE|150 .. 300|zen",
        "Gene.length|DOES NOT OVERLAP|100|EVE",
        "Gene.score|=|0|EVE",
        "Gene.score|WITHIN|-1.5 .. 0|EVE",
        "Gene.curated|=|true|zen",
        "Gene.curated|!=|true|EVE",
        "Gene.updated|>|2020-05-10|EVE Adh-x",
        "Gene.updated|=|2020-05-12|Adh-x",
        "Gene.updated|WITHIN|2020-05-01 .. 2020-05-11|zen EVE",
        "Gene.organism|LOOKUP|drosophila|zen EVE",
        "Gene|LOOKUP|eve, ADH-X|EVE Adh-x",
        "Gene|LOOKUP|zen*|-",
        "Gene.location|WITHIN|Chr1:1000..1100|zen",
        "Gene.location|OVERLAPS|chr1:1100-2000|EVE",
        "Gene.location|OUTSIDE|Chr1:1000..1100|EVE",
        "Gene.location|DOES NOT OVERLAP|Chr1:1100..2000|zen",
        "Gene.location|WITHIN|Chr1|zen EVE",
        "Gene.location|OVERLAPS|Chr2|-",
        "Gene.location|OVERLAPS|Chr1:1249|EVE",
        "Gene|ISA|Feature|zen EVE Adh-x",
        "Gene|ISA|Protein|-",
        "Gene|ISNT|Protein|zen EVE Adh-x",
        "Gene|IN|Five genes|zen EVE Adh-x",
        "Gene|NOT IN|Five genes|-",
        "Gene|IN|Curated genes|zen",
        "Gene|NOT IN|Curated genes|EVE Adh-x",
      })
  void holdForTheseGenes(String path, String op, String value, String genes) {
    assertGenes(genes == null ? "" : genes, one(path, op, "value=\"" + value + "\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Gene.length,IS NULL,Adh-x",
    "Gene.length,IS EMPTY,Adh-x",
    "Gene.length,IS NOT NULL,zen EVE",
    "Gene.length,is not empty,zen EVE",
    "Gene.organism,IS NULL,Adh-x",
    "Gene.organism,IS NOT NULL,zen EVE",
    "Gene.proteins,IS NULL,EVE Adh-x",
    "Gene.pathways,IS NOT NULL,zen Adh-x",
    "Gene,IS NOT NULL,zen EVE Adh-x",
  })
  void askForNull(String path, String op, String genes) {
    assertGenes(genes, one(path, op, "", ""));
  }

  @Test
  void takeSeveralValues() {
    String values = "<value>zen</value><value>Adh-x</value><value>eve</value>";
    assertGenes("zen Adh-x", one("Gene.symbol", "ONE OF", "", values));
    assertGenes("EVE", one("Gene.symbol", "NONE OF", "", values));
    assertGenes("EVE", one("Gene.length", "NONE OF", "", "<value>100</value>"));
    assertGenes("EVE", one("Gene.score", "ONE OF", "", "<value>0</value><value>7</value>"));
    String ranges = "<value>90 .. 110</value><value>200</value>";
    assertGenes("zen EVE", one("Gene.length", "WITHIN", "", ranges));
    assertGenes("", one("Gene.length", "OUTSIDE", "", ranges));
    assertGenes(
        "zen EVE Adh-x", one("Gene", "ISA", "", "<value>Gene</value><value>Protein</value>"));
  }

  @Test
  void takeIdsAsAList() {
    assertGenes("zen Adh-x", one("Gene", "IN", "ids=\"1000, 1002,5\"", ""));
    assertGenes("EVE", one("Gene", "NOT IN", "ids=\"1000,1002\"", ""));
    assertGenes("zen EVE", one("Gene.organism", "IN", "ids=\"100\"", ""));
  }

  @Test
  void narrowALookupByOrganism() {
    for (String organism : List.of("drosophila", "D. MEL", "7227")) {
      assertGenes("zen EVE", lookup("zen,eve,Adh-x", organism));
    }
    assertGenes("", lookup("zen", "Oryza"));
    assertGenes("zen", lookup("zen", ""));
    assertGenes("zen", one("Gene.pathways", "LOOKUP", "value=\"growth\" extraValue=\"Oryza\"", ""));
  }

  private static String lookup(String names, String organism) {
    return one("Gene", "LOOKUP", "value=\"" + names + "\" extraValue=\"" + organism + "\"", "");
  }

  @Test
  void holdOneObjectAgainstAnother() {
    String self = "Gene.transcripts.protein.genes";
    assertGenes("zen", one(self, "=", "loopPath=\"Gene\"", ""));
    assertGenes("EVE", one(self, "!=", "loopPath=\"Gene\"", ""));
    assertGenes("zen", one("Gene", "=", "value=\"" + self + "\"", ""));
    assertGenes("EVE", one("Gene", "!=", "value=\"" + self + "\"", ""));
  }

  @Test
  void testTheElementOfTheRow() {
    String query =
        MineClient.query(
            "Gene.symbol Gene.proteins.name",
            "constraintLogic=\"A or B\"",
            "<constraint path=\"Gene.proteins.name\" op=\"=\" value=\"Q\" code=\"A\"/>"
                + "<constraint path=\"Gene.proteins.name\" op=\"&gt;\" value=\"Q\" code=\"B\"/>");
    assertEquals(List.of(List.of("zen", "Q"), List.of("zen", "R")), MiniMine.rows(engine, query));
  }

  @Test
  void combineByLogicOfEveryDepth() {
    String abc =
        coded("Gene.symbol", "=", "zen", "A")
            + coded("Gene.length", "&gt;", "150", "B")
            + coded("Gene.organism", "LOOKUP", "Drosophila", "C");
    assertLogic("zen EVE", "A or B", abc);
    assertLogic("zen EVE", "(A or B) and C", abc);
    assertLogic("", "A and B", abc);
    assertLogic(
        "zen EVE",
        "C",
        abc.replace("op=\"=\"", "op=\"!=\"").replace("zen", "x").replace("150", "1"));
  }

  private void assertLogic(String genes, String logic, String constraints) {
    String query =
        MineClient.query("Gene.symbol", "constraintLogic=\"" + logic + "\"", constraints);
    assertEquals(genes, symbols(query), logic);
  }

  private static String coded(String path, String op, String value, String code) {
    return one(path, op.replace("&gt;", ">"), "value=\"" + value + "\" code=\"" + code + "\"", "");
  }

  @Test
  void lookIdsUpUnderLogicToo() {
    QueryEngine mine = MineData.engine(42, 1_000_000, Workers.CALLER);
    String keyset =
        MineClient.query(
            "Gene.id",
            "constraintLogic=\"A and (B)\" sortOrder=\"Gene.id asc\"",
            "<constraint path=\"Gene.id\" op=\"&gt;\" value=\"1500000\" code=\"B\"/>"
                + "<constraint path=\"Gene.id\" op=\"&lt;\" value=\"1600000\" code=\"A\"/>");
    SelectedRows rows = mine.evaluate(PathQueryReader.read(keyset));
    assertEquals(99_999, rows.count());
    assertEquals(0, rows.sizeBytes(), "no row was looked at and listed");
  }

  @Test
  void tellObjectsOfASubclassWithinTheirTable() {
    QueryEngine mine = MineData.engine(42, 10, Workers.CALLER);
    long goTerms = count(mine, "GOTerm.id", "");
    String isGo = one("OntologyTerm", "ISA", "value=\"GOTerm\"", "");
    assertEquals(goTerms, count(mine, "OntologyTerm.id", isGo));
    assertEquals(
        count(mine, "OntologyTerm.id", "") - goTerms,
        count(mine, "OntologyTerm.id", isGo.replace("ISA", "ISNT")));
  }

  @Test
  void holdLocationsAgainstRegionsOfTheGenome() {
    QueryEngine mine = MineData.engine(42, 5_000, Workers.CALLER);
    String view = "Gene.chromosomeLocation.locatedOn.primaryIdentifier Gene.chromosomeLocation.end";
    List<List<Object>> all = MiniMine.rows(mine, MineClient.query(view));
    Object chromosome = all.get(0).get(0);
    long expected =
        all.stream()
            .filter(row -> row.get(0).equals(chromosome) && (Integer) row.get(1) <= 9_000_000)
            .count();
    String region = "value=\"" + chromosome + ":1..9000000\"";
    assertTrue(expected > 0);
    assertEquals(
        expected, count(mine, "Gene.id", one("Gene.chromosomeLocation", "WITHIN", region, "")));
  }

  private static long count(QueryEngine mine, String view, String constraint) {
    return mine.evaluate(PathQueryReader.read(MineClient.query(view, "", constraint))).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gene.length|=|x|is not of type java.lang.Integer",
        "Gene.length|WITHIN|1 .. x|is not of type java.lang.Integer",
        "Gene.updated|=|yesterday|is not of type java.util.Date",
        "Gene.curated|=|maybe|is not of type java.lang.Boolean",
        "Gene.length|LIKE|1*|Operator LIKE does not apply to Gene.length",
        "Gene.curated|>|true|Operator > does not apply",
        "Gene.symbol|WITHIN|a .. b|Operator WITHIN does not apply",
        "Gene|IN|nix|List \"nix\" does not exist",
        "Gene.organism|IN|Five genes|is of class Organism",
        "Gene.symbol|IN|Five genes|needs an object",
        "Gene.symbol|LOOKUP|zen|needs an object",
        "Gene.location|LOOKUP|zen|has no names",
        "Gene|ISA|Nix|no class Nix",
        "Gene.organism|>|x|is not an attribute",
        "Gene.organism|=|x|does not start from Gene",
        "Gene.organism|=|Gene.symbol|is not an object",
        "Gene.organism|WITHIN|Chr1|holds no data for locations in class Organism",
        "Gene.location|WITHIN|1:2:3|is not a region",
        "Gene.symbol|TWIDDLE|x|is not an operator",
        "Gene.nix|=|x|no field nix",
      })
  void areRefusedWhenUnsound(String path, String op, String value, String words) {
    String query =
        MineClient.query("Gene.symbol", "", one(path, op, "value=\"" + value + "\"", ""));
    QueryRefused refused =
        assertThrows(QueryRefused.class, () -> engine.evaluate(PathQueryReader.read(query)), query);
    assertEquals(400, refused.status());
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  private static String one(String path, String op, String attributes, String children) {
    String escaped = op.replace("<", "&lt;").replace(">", "&gt;");
    return "<constraint path=\"%s\" op=\"%s\" %s>%s</constraint>"
        .formatted(path, escaped, attributes, children);
  }

  private void assertGenes(String symbols, String constraint) {
    assertEquals(symbols, symbols(MineClient.query("Gene.symbol", "", constraint)), constraint);
  }

  private String symbols(String query) {
    return MiniMine.rows(engine, query).stream()
        .map(row -> row.get(0).toString())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
