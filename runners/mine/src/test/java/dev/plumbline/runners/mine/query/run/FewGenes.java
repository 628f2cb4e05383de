package dev.plumbline.runners.mine.query.run;

import java.time.LocalDate;
import java.util.Map;

/**
 * Three genes: one with two pathways and three proteins, one with neither, one with no organism.
 */
final class FewGenes {

  private FewGenes() {}

  static QueryEngine engine() {
    return mine().engine();
  }

  static MiniMine mine() {
    MiniMine mine = new MiniMine();
    var fly = mine.add("Organism", "name", "Drosophila", "shortName", "D. mel", "taxonId", 7227);
    mine.add("Organism", "name", "Oryza", "shortName", "O. sat", "taxonId", 4530);
    var one = mine.add("Chromosome", "primaryIdentifier", "Chr1");
    var zen = gene(mine, "zen", 100, 1.5, true, 10, fly, place(mine, one, 1_000, 1_099));
    var eve = gene(mine, "EVE", 200, -0.0, false, 11, fly, place(mine, one, 1_050, 1_249));
    var adh = gene(mine, "Adh-x", null, null, null, 12, null, place(mine, one, null, null));
    var growth = mine.add("Pathway", "name", "growth");
    var decay = mine.add("Pathway", "name", "decay");
    MiniMine.join(growth, "genes", "pathways", zen);
    MiniMine.join(decay, "genes", "pathways", zen, adh);
    for (String name : new String[] {"P", "Q", "R"}) {
      var protein = mine.add("Protein", "name", name, "organism", name.equals("Q") ? null : fly);
      MiniMine.join(protein, "genes", "proteins", zen);
    }
    var protein = mine.all("Protein").get(1);
    transcript(mine, "zen-1", zen, protein);
    transcript(mine, "zen-2", zen, null);
    transcript(mine, "eve-1", eve, protein);
    return mine;
  }

  private static Map<String, Object> gene(
      MiniMine mine,
      String symbol,
      Integer length,
      Double score,
      Boolean curated,
      int day,
      Map<String, Object> organism,
      Map<String, Object> location) {
    return mine.add(
        "Gene",
        "symbol",
        symbol,
        "length",
        length,
        "score",
        score,
        "curated",
        curated,
        "updated",
        LocalDate.of(2020, 5, day),
        "organism",
        organism,
        "location",
        location);
  }

  private static Map<String, Object> place(
      MiniMine mine, Map<String, Object> on, Integer start, Integer end) {
    return mine.add("Location", "start", start, "end", end, "locatedOn", on);
  }

  private static void transcript(
      MiniMine mine, String name, Map<String, Object> gene, Map<String, Object> protein) {
    MiniMine.join(gene, "transcripts", "gene", mine.add("Transcript", "name", name));
    mine.all("Transcript").get(mine.all("Transcript").size() - 1).put("protein", protein);
  }
}
