package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.model.ModelField.Attribute;
import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.query.run.Inheritance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MineTablesTest {

  private static final long GENES = 2_000;
  private final MineTables tables = new MineTables(42, GENES);

  @Test
  void holdValuesOfTheDeclaredTypes() {
    Inheritance model = new Inheritance(ModelReader.read(ModelReader.text()));
    for (Table table : tables.all()) {
      for (ModelField field : model.fields(table.className()).values()) {
        if (field instanceof Attribute attribute) {
          boolean required = attribute.type().equals("int");
          for (long row = 0; row < table.rows(); row++) {
            Object value = table.cell(attribute.name()).at(row);
            assertTrue(
                value == null ? !required : type(attribute).isInstance(value),
                () -> table.className() + "." + attribute.name() + ": " + value);
          }
        }
      }
    }
  }

  private static Class<?> type(Attribute attribute) {
    return switch (attribute.type()) {
      case "java.lang.String", "org.intermine.objectstore.query.ClobAccess" -> String.class;
      case "java.lang.Integer", "int" -> Integer.class;
      case "java.lang.Long" -> Long.class;
      case "java.lang.Double" -> Double.class;
      case "java.lang.Float" -> Float.class;
      case "java.lang.Boolean" -> Boolean.class;
      case "java.math.BigDecimal" -> BigDecimal.class;
      case "java.util.Date" -> LocalDate.class;
      default -> throw new AssertionError("type of " + attribute);
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, MineConfig.MAX_ROWS})
  void giveNoIdToTwoObjects(long genes) {
    List<Table> byId =
        new MineTables(42, genes)
            .all().stream()
                .filter(table -> !table.className().equals("GOTerm"))
                .sorted(Comparator.comparingInt(Table::firstId).thenComparing(Table::rows))
                .toList();
    long end = 1;
    for (Table table : byId) {
      assertTrue(table.firstId() >= end, table.className());
      end = table.firstId() + table.rows();
    }
    assertTrue(end <= Integer.MAX_VALUE, "ids end at " + end);
  }

  @Test
  void holdGoTermsAsOntologyTermsToo() {
    Table goTerms = table("GOTerm");
    assertTrue(goTerms.rows() < table("OntologyTerm").rows());
    for (String name : goTerms.cells().keySet()) {
      for (long row = 0; row < goTerms.rows(); row++) {
        assertEquals(table("OntologyTerm").cell(name).at(row), goTerms.cell(name).at(row), name);
      }
    }
  }

  @Test
  void differBySeedInEveryTableThatGrows() {
    MineTables others = new MineTables(43, GENES);
    for (Table table : tables.all()) {
      if (table.firstId() >= GeneTable.FIRST_ID) {
        Table other = others.of(table.className()).orElseThrow();
        assertNotEquals(hex(table), hex(other), table.className());
        Table same = new MineTables(42, GENES).of(table.className()).orElseThrow();
        assertEquals(hex(table), hex(same), table.className());
      }
    }
  }

  private static String hex(Table table) {
    return new TableDigest().cells(table, 50).links(table, 50).hex();
  }

  @Test
  void keepDomainsWithinTheirProteins() {
    Table regions = table("ProteinDomainRegion");
    for (long row = 0; row < regions.rows(); row++) {
      int start = (Integer) Objects.requireNonNull(regions.cell("start").at(row));
      int end = (Integer) Objects.requireNonNull(regions.cell("end").at(row));
      long protein = Links.at(Objects.requireNonNull(regions.links().get("protein")), row, 0);
      int length = (Integer) Objects.requireNonNull(table("Sequence").cell("length").at(protein));
      assertTrue(1 <= start && start <= end && end <= length, "region " + row);
    }
  }

  @Test
  void agreeOnTheLengthsOfProteinsAndTheirSequences() {
    Table sequences = table("Sequence");
    for (long row = 0; row < sequences.rows(); row++) {
      String residues = (String) Objects.requireNonNull(sequences.cell("residues").at(row));
      assertEquals(residues.length(), sequences.cell("length").at(row));
      Object length = table("Protein").cell("length").at(row);
      assertTrue(length == null || length.equals(residues.length()), "protein " + row);
    }
  }

  @Test
  void placeGenesWithinTheirChromosomes() {
    Table locations = table("Location");
    for (long row = 0; row < locations.rows(); row++) {
      long chromosome = GeneTable.chromosome(42, row);
      Integer start = (Integer) locations.cell("start").at(row);
      Integer end = (Integer) locations.cell("end").at(row);
      assertEquals(chromosome < 0, start == null || end == null, "location " + row);
      if (start != null && end != null) {
        assertTrue(1 <= start && start <= end, "location " + row);
        assertTrue(end <= ChromosomeTable.length(42, chromosome), "location " + row);
      }
    }
  }

  @Test
  void nameHomologuesOfOtherPlantsOnly() {
    Table homologues = table("Homologue");
    for (long row = 0; row < homologues.rows(); row++) {
      long gene = Links.at(Objects.requireNonNull(homologues.links().get("gene")), row, 0);
      long other = Links.at(Objects.requireNonNull(homologues.links().get("homologue")), row, 0);
      assertNotEquals(GeneTable.plant(42, gene), GeneTable.plant(42, other), "homologue " + row);
    }
  }

  @Test
  void haveTheDefectsThatRealDataHave() {
    assertTrue(texts("Protein").anyMatch(String::isEmpty));
    for (String defect :
        List.of("\t", "\n", "\"", "\\", "</", "\uD83C\uDF31", "1E999", "NaN", "ü")) {
      assertTrue(texts("Protein").anyMatch(text -> text.contains(defect)), defect);
    }
    assertTrue(values("ExpressionValue", "value").anyMatch(Predicate.isEqual(-0.0)));
    assertTrue(values("ExpressionValue", "value").anyMatch(Predicate.isEqual(Double.MAX_VALUE)));
    assertTrue(values("ExpressionValue", "logRatio").anyMatch(Predicate.isEqual(-0.0f)));
    assertTrue(values("ExpressionSample", "collected").anyMatch(MineTablesTest::isBefore1970));
    List<Object> keys = values("Protein", "primaryIdentifier").filter(Objects::nonNull).toList();
    assertTrue(keys.size() < table("Protein").rows(), "some identifiers are missing");
    assertTrue(keys.stream().distinct().count() < keys.size(), "some identifiers are repeated");
    assertTrue(keys.stream().distinct().count() > 0.98 * keys.size(), "most are not");
    assertFalse(values("Sequence", "residues").anyMatch(Objects::isNull));
  }

  private static boolean isBefore1970(Object value) {
    return value instanceof LocalDate date && date.getYear() < 1970;
  }

  private Stream<String> texts(String className) {
    return table(className).cells().keySet().stream()
        .flatMap(name -> values(className, name))
        .filter(value -> value instanceof String)
        .map(value -> (String) value);
  }

  private Stream<Object> values(String className, String attribute) {
    ColumnValues cell = table(className).cell(attribute);
    return LongStream.range(0, table(className).rows()).mapToObj(cell::at);
  }

  private Table table(String className) {
    return tables.of(className).orElseThrow();
  }
}
