package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.query.run.Inheritance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MineLinksTest {

  private static final int SAMPLES = 300;
  private final Inheritance model = new Inheritance(ModelReader.read(ModelReader.text()));

  @Test
  void leadWhereTheModelSaysThatTheyLead() {
    MineTables tables = new MineTables(1, 10);
    eachLink(
        tables,
        (table, name) -> {
          Link link = link(table, name);
          Reference reference = reference(table, name);
          assertEquals(reference.collection(), link instanceof ToMany, where(table, name));
          assertTrue(model.isA(link.target(), reference.type()), where(table, name));
          assertTrue(tables.of(link.target()).isPresent(), where(table, name));
        });
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,17", "42,1000", "-7,40000"})
  void holdTheSamePairsInBothDirections(long seed, long genes) {
    MineTables tables = new MineTables(seed, genes);
    eachLink(
        tables,
        (table, name) -> {
          Table target = target(tables, table, name);
          long[] there = pairs(table, link(table, name), target.rows(), false);
          reverse(tables, table, name)
              .filter(back -> back.target().equals(table.className()))
              .ifPresent(
                  back ->
                      assertArrayEquals(
                          there, pairs(target, back, table.rows(), true), where(table, name)));
        });
  }

  @ParameterizedTest
  @CsvSource({"42,100000", "42,100000000", "5,99999999"})
  void agreeWithTheirReverseWhereverOneLooks(long seed, long genes) {
    MineTables tables = new MineTables(seed, genes);
    eachLink(
        tables,
        (table, name) -> {
          Draw draw = new Draw(seed, 0, 0);
          for (int i = 0; i < SAMPLES; i++) {
            long row = i == 0 ? table.rows() - 1 : draw.below((int) table.rows());
            checkSample(tables, table, name, row, draw);
          }
        });
  }

  private void checkSample(MineTables tables, Table table, String name, long row, Draw draw) {
    Link link = link(table, name);
    int count = Links.count(link, row);
    if (count == 0) {
      return;
    }
    int index = draw.below(count);
    long there = Links.at(link, row, index);
    String where = where(table, name) + " of row " + row;
    assertTrue(there < target(tables, table, name).rows(), where);
    assertTrue(index == 0 || Links.at(link, row, index - 1) < there, where);
    reverse(tables, table, name)
        .ifPresent(back -> assertTrue(Links.leadTo(back, there, row), where));
  }

  /** What only genes have in this mine, and what would take a pass over all genes. */
  @Test
  void areMissingOnlyWhereSaid() {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Table table : new MineTables(1, 10).all()) {
      model.fields(table.className()).values().stream()
          .filter(field -> field instanceof Reference)
          .filter(field -> !table.links().containsKey(field.name()))
          .forEach(
              f -> missing.computeIfAbsent(f.name(), n -> new TreeSet<>()).add(table.className()));
    }
    Set<String> inherited = Set.of("CDS", "Chromosome", "Protein", "ProteinDomain", "Transcript");
    Set<String> features = Set.of("CDS", "Chromosome", "Transcript");
    Map<String, Set<String>> expected = new TreeMap<>();
    for (String ofGenes :
        List.of("crossReferences", "dataSets", "locations", "ontologyAnnotations")) {
      expected.put(ofGenes, inherited);
    }
    expected.put("chromosome", Set.of("Chromosome"));
    expected.put("chromosomeLocation", features);
    expected.put("locatedFeatures", with(inherited, "Gene"));
    expected.put("organism", Set.of("ProteinDomain"));
    expected.put("sequence", with(features, "Gene"));
    assertEquals(expected, missing);
  }

  private static Set<String> with(Set<String> names, String one) {
    return Stream.concat(names.stream(), Stream.of(one)).collect(Collectors.toSet());
  }

  /** All pairs of a link as one number each, sorted; the target's row first if turned around. */
  private static long[] pairs(Table table, Link link, long targetRows, boolean turned) {
    return LongStream.range(0, table.rows())
        .flatMap(
            row -> {
              List<Long> rows = Links.rows(link, row);
              assertEquals(rows.stream().sorted().distinct().toList(), rows, "ascending");
              assertTrue(rows.stream().allMatch(there -> there < targetRows), "in range");
              boolean all = !(link instanceof ToOne one) || !one.total() || rows.size() == 1;
              assertTrue(all, "a total reference has a target");
              return rows.stream().mapToLong(there -> turned ? pair(there, row) : pair(row, there));
            })
        .sorted()
        .toArray();
  }

  private static long pair(long a, long b) {
    return (a << 32) | b;
  }

  private Optional<Link> reverse(MineTables tables, Table table, String name) {
    String back = reference(table, name).reverse();
    Table target = target(tables, table, name);
    return Optional.ofNullable(target.links().get(back));
  }

  private static Table target(MineTables tables, Table table, String name) {
    return tables.of(link(table, name).target()).orElseThrow();
  }

  private static Link link(Table table, String name) {
    return Optional.ofNullable(table.links().get(name)).orElseThrow();
  }

  private Reference reference(Table table, String name) {
    return (Reference) Optional.ofNullable(model.fields(table.className()).get(name)).orElseThrow();
  }

  private static String where(Table table, String name) {
    return table.className() + "." + name;
  }

  private static void eachLink(MineTables tables, BiConsumer<Table, String> check) {
    tables
        .all()
        .forEach(table -> table.links().keySet().forEach(name -> check.accept(table, name)));
  }
}
