package dev.plumbline.runners.mine.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.Selection;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the engine against nested loops over plain objects. */
class QueryEngineRandomTest {

  private static final long SEED = 20_261_125;
  private static final int QUERIES = 800;

  @Test
  void selectsTheRowsThatNestedLoopsFind() {
    int withRows = 0;
    for (int i = 0; i < QUERIES; i++) {
      Random random = new Random(SEED + i);
      MiniMine mine = mine(random);
      RandomQuery query = new RandomQuery(mine, random);
      String which = "query " + i + ", seed " + (SEED + i) + ": " + query.xml();
      List<List<Object>> expected = query.plain().rows();
      Selection selection =
          new Selection(mine.engine().evaluate(PathQueryReader.read(query.xml())));
      assertEquals(expected.size(), selection.count(), which);
      assertEquals(expected, MiniMine.rows(selection, 0, expected.size()), which);
      checkPages(selection, expected, random, which);
      withRows += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(withRows > QUERIES / 3, "too few queries with rows: " + withRows);
  }

  private static void checkPages(
      Selection selection, List<List<Object>> expected, Random random, String which) {
    for (int page = 0; page < 3; page++) {
      int start = random.nextInt(expected.size() + 1);
      int limit = random.nextInt(10);
      int end = Math.min(expected.size(), start + limit);
      assertEquals(
          expected.subList(start, end),
          MiniMine.rows(selection, start, limit),
          which + " from " + start + ", " + limit);
    }
  }

  /** A few objects that refer to each other at random, some to none. */
  private static MiniMine mine(Random random) {
    MiniMine mine = new MiniMine();
    for (String name : List.of("rice", "Maize", "oak")) {
      mine.add("Organism", "name", name, "taxonId", random.nextInt(3));
    }
    for (int i = 0; i < 3; i++) {
      var chromosome = mine.add("Chromosome", "organism", one(mine, "Organism", random));
      mine.add("Location", "start", number(random), "locatedOn", chromosome);
      mine.add("Location", "end", number(random));
    }
    for (int i = 0; i < 4; i++) {
      mine.add("Pathway", "name", text(random));
    }
    for (int i = 0; i < 7; i++) {
      Map<String, Object> gene =
          mine.add(
              "Gene",
              "symbol",
              text(random),
              "length",
              number(random),
              "score",
              random.nextInt(4) == 0 ? null : (Object) (random.nextInt(5) / 2.0 * (i - 3)),
              "curated",
              random.nextInt(3) == 0 ? null : (Object) random.nextBoolean(),
              "updated",
              LocalDate.of(2020, 1, 1 + random.nextInt(4)),
              "organism",
              one(mine, "Organism", random));
      gene.put("location", one(mine, "Location", random));
      some(mine, "Pathway", random).forEach(p -> MiniMine.join(gene, "pathways", "genes", p));
    }
    for (int i = 0; i < 5; i++) {
      Map<String, Object> protein =
          mine.add("Protein", "name", text(random), "weight", random.nextInt(3) / 2f);
      protein.put("organism", one(mine, "Organism", random));
      some(mine, "Gene", random).forEach(g -> MiniMine.join(protein, "genes", "proteins", g));
    }
    for (int i = 0; i < 6; i++) {
      Map<String, Object> transcript =
          mine.add("Transcript", "name", text(random), "length", number(random));
      transcript.put("protein", one(mine, "Protein", random));
      Map<String, Object> gene = mine.all("Gene").get(random.nextInt(7));
      MiniMine.join(gene, "transcripts", "gene", transcript);
    }
    return mine;
  }

  private static Object text(Random random) {
    return random.nextInt(5) == 0
        ? null
        : List.of("Ab", "ab", "Abc", "B", "bca").get(random.nextInt(5));
  }

  private static Object number(Random random) {
    return random.nextInt(5) == 0 ? null : (Object) random.nextInt(6);
  }

  private static Map<String, Object> one(MiniMine mine, String className, Random random) {
    List<Map<String, Object>> all = mine.all(className);
    return random.nextInt(4) == 0 ? null : all.get(random.nextInt(all.size()));
  }

  private static List<Map<String, Object>> some(MiniMine mine, String className, Random random) {
    return mine.all(className).stream().filter(object -> random.nextInt(5) < 2).toList();
  }
}
