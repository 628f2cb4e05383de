package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.data.MineTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MineDataTest {

  private static final long ROWS = 5_000;
  private final MineData data = MineData.of(42, ROWS);

  @Test
  void isTheSameForTheSameSeedOnly() {
    String query = MineClient.query(MineClient.GENE_CORE);
    List<List<Object>> rows = rows(data, query);
    assertEquals(ROWS, rows.size());
    assertEquals(rows, rows(MineData.of(42, ROWS), query));
    assertNotEquals(rows, rows(MineData.of(43, ROWS), query));
  }

  @Test
  void hasTheDefectsThatRealDataHave() {
    List<List<Object>> rows = rows(data, MineClient.query(MineClient.GENE_CORE));
    List<Object> keys = rows.stream().map(row -> row.get(0)).filter(Objects::nonNull).toList();
    assertTrue(keys.size() < ROWS, "some identifiers are missing");
    assertTrue(new HashSet<>(keys).size() < keys.size(), "some identifiers are repeated");
    String all = rows.toString();
    for (String defect : List.of("\t", "\n", "\"", "\\", "</", "\uD83C\uDF31", "1E999", "NaN")) {
      assertTrue(all.contains(defect), defect);
    }
    assertTrue(rows.stream().anyMatch(row -> "".equals(row.get(4))), "empty texts");
    assertTrue(rows.stream().anyMatch(row -> row.get(4) instanceof String s && s.length() > 2_000));
  }

  @Test
  void ordersBySeveralKeysThenViewsThenId() {
    String view = "Gene.organism.name Gene.symbol Gene.score Gene.id";
    List<List<Object>> expected = rows(data, MineClient.query(view));
    expected.sort(
        nullsLast(0)
            .thenComparing(nullsLast(2).reversed())
            .thenComparing(nullsLast(1))
            .thenComparing(nullsLast(3)));
    String sorted =
        MineClient.query(view, "sortOrder=\"Gene.organism.name asc Gene.score desc\"", "");
    assertEquals(expected, rows(data, sorted));
  }

  @Test
  void reversesTheNaturalOrder() {
    List<List<Object>> expected = rows(data, MineClient.query("Gene.id"));
    expected.sort(nullsLast(0).reversed());
    assertEquals(
        expected, rows(data, MineClient.query("Gene.id", "sortOrder=\"Gene.id desc\"", "")));
  }

  @Test
  void answersEveryOperator() {
    List<List<Object>> all = rows(data, MineClient.query("Gene.symbol Gene.length"));
    String symbol =
        (String)
            all.stream()
                .map(r -> r.get(0))
                .filter(s -> s != null && !s.equals(""))
                .findFirst()
                .get();
    assertEquals(
        all.stream().filter(r -> symbol.equals(r.get(0))).count(),
        count("Gene.symbol", "=", symbol.toLowerCase(Locale.ROOT)));
    assertEquals(
        all.stream().filter(r -> r.get(0) != null && !symbol.equals(r.get(0))).count(),
        count("Gene.symbol", "!=", symbol));
    assertEquals(
        all.stream().filter(r -> r.get(0) instanceof String s && s.startsWith("NAC")).count(),
        count("Gene.symbol", "=", "nac*"));
    assertEquals(
        all.stream().filter(r -> r.get(1) instanceof Integer n && n > 2_000).count(),
        count("Gene.length", "&gt;", "2000"));
    assertEquals(
        all.stream().filter(r -> r.get(1) instanceof Integer n && n <= 2_000).count(),
        count("Gene.length", "&lt;=", "2000"));
    assertEquals(
        all.stream().filter(r -> r.get(1) == null).count(),
        select("<constraint path=\"Gene.length\" op=\"IS NULL\"/>").count());
    assertEquals(
        all.stream().filter(r -> r.get(1) != null).count(),
        select("<constraint path=\"Gene.length\" op=\"IS NOT NULL\"/>").count());
  }

  @Test
  void readsIdsWithoutLookingAtOtherRows() {
    assertEquals(ROWS - 10, count("Gene.id", "&gt;", "1000010"));
    assertEquals(0, count("Gene.id", "&gt;", "9999999"));
    Selection some =
        select(
            "<constraint path=\"Gene.id\" op=\"ONE OF\"><value>1000009</value>"
                + "<value>1000003</value><value>5</value><value>1000003</value></constraint>");
    List<Object> ids = new ArrayList<>();
    some.forEach(0, 10, row -> ids.add(row[0]));
    assertEquals(List.of(1_000_003, 1_000_009), ids);
  }

  @Test
  void combinesConstraintsByTheirLogic() {
    String a = "<constraint path=\"Gene.id\" op=\"&lt;=\" value=\"1000100\" code=\"A\"/>";
    String b = "<constraint path=\"Gene.id\" op=\"=\" value=\"1000001\" code=\"B\"/>";
    String c = "<constraint path=\"Gene.id\" op=\"=\" value=\"1000200\" code=\"C\"/>";
    String query = MineClient.query("Gene.id", "constraintLogic=\"A and (B or C)\"", a + b + c);
    assertEquals(1, data.select(query).count());
    assertEquals(101, data.select(query.replace("A and (B or C)", "A or B and C or C")).count());
  }

  @Test
  void leavesRowsOutByInnerJoinsAndKeepsThemByOuterOnes() {
    String view = "Gene.id Gene.chromosome.name";
    String outer = "<join path=\"Gene.chromosome\" style=\"OUTER\"/>";
    List<List<Object>> all = rows(data, MineClient.query(view, "", outer));
    long placed = all.stream().filter(row -> row.get(1) != null).count();
    assertEquals(ROWS, all.size());
    assertTrue(placed < ROWS);
    assertEquals(placed, data.select(MineClient.query(view)).count());
    assertEquals(
        ROWS - placed, select("<constraint path=\"Gene.chromosome\" op=\"IS NULL\"/>").count());
  }

  @Test
  void refusesWhatItHoldsNoDataFor() {
    assertRefused("Gene.sequence.length", "the reference Gene.sequence");
    assertRefused("Chromosome.locatedFeatures.start", "the collection Chromosome.locatedFeatures");
  }

  private void assertRefused(String view, String what) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> data.select(MineClient.query(view)), view);
    assertTrue(e.getMessage().contains("holds no data for " + what), e.getMessage());
  }

  @Test
  void answersForTheObjectsAroundGenes() {
    MineTables tables = new MineTables(42, ROWS);
    String protein = "Protein.primaryIdentifier Protein.EC Protein.organism.name";
    assertEquals(rows(tables, "Protein"), data.select(MineClient.query(protein)).count());
    String coding = "Transcript.primaryIdentifier Transcript.CDS.primaryIdentifier";
    assertEquals(rows(tables, "CDS"), data.select(MineClient.query(coding)).count());
    String gene = "OntologyAnnotation.qualifier OntologyAnnotation.ontologyTerm.ontology.name";
    assertEquals(rows(tables, "OntologyAnnotation"), data.select(MineClient.query(gene)).count());
  }

  private static long rows(MineTables tables, String className) {
    return tables.of(className).orElseThrow().rows();
  }

  @Test
  void answersForEveryClassItHolds() {
    assertEquals(12, data.select(MineClient.query("Organism.name Organism.taxonId")).count());
    assertEquals(
        5,
        data.select(
                MineClient.query(
                    "Chromosome.name",
                    "",
                    "<constraint path=\"Chromosome.organism.taxonId\" op=\"=\" value=\"3702\"/>"))
            .count());
  }

  private long count(String path, String op, String value) {
    return select("<constraint path=\"%s\" op=\"%s\" value=\"%s\"/>".formatted(path, op, value))
        .count();
  }

  private Selection select(String constraint) {
    return data.select(MineClient.query("Gene.id", "", constraint));
  }

  static List<List<Object>> rows(MineData data, String query) {
    List<List<Object>> rows = new ArrayList<>();
    Selection selection = data.select(query);
    selection.forEach(0, selection.count(), row -> rows.add(new ArrayList<>(Arrays.asList(row))));
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Comparator<List<Object>> nullsLast(int column) {
    Comparator<Object> order =
        Comparator.nullsLast((a, b) -> ((Comparable<Object>) positive(a)).compareTo(positive(b)));
    return Comparator.comparing(row -> row.get(column), order);
  }

  private static Object positive(Object value) {
    return value instanceof Double number ? number + 0.0 : value;
  }
}
