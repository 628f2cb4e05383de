package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import java.util.Map;

/** The pathways of plants: what is made or broken down, and how. Few hold many genes. */
final class PathwayTable {

  private static final String[] SUBSTANCES = {
    "starch",
    "sucrose",
    "flavonoid",
    "anthocyanin",
    "phenylpropanoid",
    "lignin",
    "carotenoid",
    "chlorophyll",
    "brassinosteroid",
    "gibberellin",
    "jasmonic acid",
    "abscisic acid",
    "auxin",
    "cytokinin",
    "ethylene",
    "salicylate",
    "β-alanine",
    "γ-aminobutyrate",
    "α-linolenic acid",
    "glucosinolate",
    "camalexin",
    "monoterpenoid",
    "diterpenoid",
    "zeatin",
    "cutin, suberine and wax",
    "fatty acid",
    "glycerolipid",
    "sphingolipid",
    "nitrogen",
    "sulfur",
    "purine",
    "pyrimidine",
    "glutathione",
    "ascorbate",
    "folate",
    "thiamine",
    "riboflavin",
    "biotin",
    "nicotinate",
    "porphyrin",
    "ubiquinone",
    "steroid",
    "N-glycan",
    "galactose",
    "fructose and mannose",
    "pentose phosphate",
    "inositol phosphate",
    "proline",
    "tyrosine",
    "tryptophan",
    "lysine",
    "cysteine and methionine",
    "valine, leucine and isoleucine",
    "isoquinoline alkaloid",
    "caffeine",
    "betalain",
    "stilbenoid",
    "aflatoxin",
    "5'-phosphoribosyl",
    "\"green-leaf\" volatile"
  };
  private static final String[] WAYS = {
    " biosynthesis", " degradation", " metabolism", " signalling", " transport"
  };

  static final int ROWS = SUBSTANCES.length * WAYS.length;

  private static final int FIRST_ID = 4_001;

  private PathwayTable() {}

  static Table build(Relations relations) {
    return new Table(
        "Pathway",
        ROWS,
        FIRST_ID,
        Map.of("identifier", PathwayTable::identifier, "name", PathwayTable::name),
        Map.of("genes", new ToMany("Gene", relations.pathways().parentsOfChoice())));
  }

  /** Five digits, with leading zeros that are not to be lost. */
  private static String identifier(long row) {
    return Long.toString(100_010 + 13 * row).substring(1);
  }

  private static String name(long row) {
    return SUBSTANCES[(int) row % SUBSTANCES.length] + WAYS[(int) row / SUBSTANCES.length];
  }
}
