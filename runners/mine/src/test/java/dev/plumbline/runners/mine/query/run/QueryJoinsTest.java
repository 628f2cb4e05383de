package dev.plumbline.runners.mine.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.Selection;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryJoinsTest {

  private final QueryEngine engine = FewGenes.engine();

  @Test
  void giveARowForEachElementAndNoneWithout() {
    assertRows("Gene.symbol Gene.pathways.name", "", "", "zen growth", "zen decay", "Adh-x decay");
  }

  @Test
  void multiplyInnerCollections() {
    assertRows(
        "Gene.symbol Gene.pathways.name Gene.proteins.name",
        "",
        "",
        "zen growth P",
        "zen growth Q",
        "zen growth R",
        "zen decay P",
        "zen decay Q",
        "zen decay R");
  }

  @Test
  void fillTheBranchWithNullsWhereAnOuterCollectionIsEmpty() {
    assertRows(
        "Gene.symbol Gene.proteins.name",
        "",
        outer("Gene.proteins"),
        "zen P",
        "zen Q",
        "zen R",
        "EVE -",
        "Adh-x -");
  }

  @Test
  void putSiblingOuterCollectionsInBlocks() {
    assertRows(
        "Gene.pathways.name Gene.symbol Gene.proteins.name",
        "",
        outer("Gene.pathways", "Gene.proteins"),
        "growth zen -",
        "decay zen -",
        "- zen P",
        "- zen Q",
        "- zen R",
        "- EVE -",
        "decay Adh-x -");
  }

  @Test
  void treatInnerJoinsBeneathAnOuterOneAsOneGroup() {
    assertRows(
        "Gene.symbol Gene.proteins.name Gene.proteins.organism.name",
        "",
        outer("Gene.proteins"),
        "zen P Drosophila",
        "zen R Drosophila",
        "EVE - -",
        "Adh-x - -");
    assertRows(
        "Transcript.name Transcript.protein.name Transcript.protein.organism.name",
        "",
        outer("Transcript.protein"),
        "zen-1 - -",
        "zen-2 - -",
        "eve-1 - -");
  }

  @Test
  void nestOuterCollections() {
    assertRows(
        "Pathway.name Pathway.genes.symbol Pathway.genes.transcripts.name",
        "",
        outer("Pathway.genes", "Pathway.genes.transcripts"),
        "growth zen zen-1",
        "growth zen zen-2",
        "decay zen zen-1",
        "decay zen zen-2",
        "decay Adh-x -");
    assertRows(
        "Pathway.name Pathway.genes.symbol Pathway.genes.transcripts.name",
        "",
        outer("Pathway.genes"),
        "growth zen zen-1",
        "growth zen zen-2",
        "decay zen zen-1",
        "decay zen zen-2");
  }

  @Test
  void keepAnOuterReferenceInTheRowsOfTheCollectionsBehindIt() {
    assertRows(
        "Transcript.name Transcript.protein.name Transcript.protein.genes.symbol",
        "",
        outer("Transcript.protein", "Transcript.protein.genes"),
        "zen-1 Q zen",
        "zen-2 - -",
        "eve-1 Q zen");
    assertRows(
        "Transcript.name Transcript.protein.name Transcript.protein.genes.symbol",
        "",
        outer("Transcript.protein"),
        "zen-1 Q zen",
        "zen-2 - -",
        "eve-1 Q zen");
  }

  @Test
  void sortByInnerCollectionsThenViewsThenIds() {
    assertRows(
        "Gene.symbol Gene.pathways.name",
        "sortOrder=\"Gene.pathways.name desc\"",
        "",
        "zen growth",
        "Adh-x decay",
        "zen decay");
    assertRows(
        "Gene.symbol Gene.pathways.name",
        "sortOrder=\"Gene.id asc\"",
        "",
        "zen decay",
        "zen growth",
        "Adh-x decay");
  }

  @Test
  void leaveOuterCollectionsInTheirOwnOrder() {
    assertRows(
        "Gene.symbol Gene.pathways.name",
        "sortOrder=\"Gene.symbol asc\"",
        outer("Gene.pathways"),
        "Adh-x decay",
        "EVE -",
        "zen growth",
        "zen decay");
  }

  @Test
  void readPagesFromAnyRow() {
    String query =
        MineClient.query(
            "Gene.symbol Gene.proteins.name", "sortOrder=\"Gene.id asc\"", outer("Gene.proteins"));
    Selection selection = new Selection(engine.evaluate(PathQueryReader.read(query)));
    assertEquals(5, selection.count());
    assertEquals(List.of("zen R", "EVE -"), texts(MiniMine.rows(selection, 2, 2)));
    assertEquals(List.of(), MiniMine.rows(selection, 5, 1));
  }

  @Test
  void holdNothingPerRowWithoutCollections() {
    String query =
        MineClient.query(
            "Gene.symbol Gene.organism.name", "sortOrder=\"Gene.id asc\"", outer("Gene.organism"));
    assertEquals(0, engine.evaluate(PathQueryReader.read(query)).sizeBytes());
  }

  @Test
  void narrowAClassForTheRestOfTheQuery() {
    QueryEngine mine = reading();
    String view = "Reading.of Reading.feature.symbol";
    assertRows(mine, view, "", type("Reading.feature", "Gene"), "a zen");
    assertRows(mine, view.replace("symbol", "weight"), "", type("Reading.feature", "Protein"));
    assertRefused(mine, view, "", "no field symbol in class Feature");
    assertRefused(mine, view, type("Reading.feature", "Nix"), "no class Nix");
    assertRefused(mine, view, type("Reading.feature", "Organism"), "not a subclass of Feature");
  }

  private static QueryEngine reading() {
    MiniMine mine = new MiniMine();
    mine.add("Protein", "name", "P");
    mine.add("Reading", "of", "a", "feature", mine.add("Gene", "symbol", "zen"));
    return mine.engine();
  }

  @Test
  void narrowTheRoot() {
    assertRows(engine, "Feature.symbol", "", type("Feature", "Gene"), "zen", "EVE", "Adh-x");
    assertRefused(engine, "Feature.length", "", "holds no data for class Feature");
  }

  @Test
  void narrowToTheObjectsThatAreInBothTables() {
    QueryEngine mine = MineData.engine(42, 1_000, Workers.CALLER);
    String all = "OntologyAnnotation.id OntologyAnnotation.ontologyTerm.namespace";
    List<List<Object>> terms = MiniMine.rows(mine, MineClient.query(all));
    String narrow = type("OntologyAnnotation.ontologyTerm", "GOTerm");
    List<List<Object>> goTerms = MiniMine.rows(mine, MineClient.query(all, "", narrow));
    assertEquals(terms.stream().filter(row -> row.get(1) != null).toList(), goTerms);
    assertTrue(goTerms.size() < terms.size());
    String behind = "Ontology.name Ontology.terms.identifier";
    long count = MiniMine.rows(mine, MineClient.query("GOTerm.identifier")).size();
    String onlyGo = type("Ontology.terms", "GOTerm");
    assertEquals(count, MiniMine.rows(mine, MineClient.query(behind, "", onlyGo)).size());
  }

  @Test
  void refusePathsUnderAnOuterJoinWhereTheyNeedAnInnerOne() {
    String view = "Gene.symbol Gene.pathways.name";
    String sorted =
        MineClient.query(view, "sortOrder=\"Gene.pathways.name asc\"", outer("Gene.pathways"));
    assertTrue(refusal(engine, sorted).getMessage().contains("sort order is under an OUTER join"));
    assertRefused(
        engine,
        view,
        outer("Gene.pathways") + "<constraint path=\"Gene.pathways.name\" op=\"=\" value=\"x\"/>",
        "constraint is under an OUTER join");
  }

  @Test
  void refuseMoreJoinsThanAnyoneNeeds() {
    String path = "Gene" + ".pathways.genes".repeat(40) + ".symbol";
    QueryRefused refused = refusal(engine, MineClient.query(path));
    assertEquals(500, refused.status());
    assertTrue(refused.getMessage().startsWith("Query would take too long to run: "));
  }

  private static String outer(String... paths) {
    return Stream.of(paths)
        .map("<join path=\"%s\" style=\"OUTER\"/>"::formatted)
        .collect(Collectors.joining());
  }

  private static String type(String path, String className) {
    return "<constraint path=\"%s\" type=\"%s\"/>".formatted(path, className);
  }

  private void assertRows(String view, String attributes, String children, String... expected) {
    assertRows(engine, view, attributes, children, expected);
  }

  private static void assertRows(
      QueryEngine engine, String view, String attributes, String children, String... expected) {
    String query = MineClient.query(view, attributes, children);
    assertEquals(List.of(expected), texts(MiniMine.rows(engine, query)), query);
  }

  private static List<String> texts(List<List<Object>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> cell == null ? "-" : cell.toString())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static void assertRefused(
      QueryEngine engine, String view, String children, String words) {
    QueryRefused refused = refusal(engine, MineClient.query(view, "", children));
    assertEquals(400, refused.status());
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  private static QueryRefused refusal(QueryEngine engine, String query) {
    return assertThrows(
        QueryRefused.class, () -> engine.evaluate(PathQueryReader.read(query)), query);
  }
}
