package dev.plumbline.runners.mine.data;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a protein. */
final class ProteinFacts {

  private static final long ACCESSIONS = 36L * 36 * 36 * 36 * 36 * 36;

  /** Has no factor in common with 36, so that no two proteins get the same accession. */
  private static final long STRIDE = 1_234_567_891L;

  private static final double DALTONS_PER_RESIDUE = 111.3;
  private static final int[] EC_CLASSES = {1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7};

  private final long seed;

  ProteinFacts(long seed) {
    this.seed = seed;
  }

  Map<String, ColumnValues> cells() {
    return Map.of(
        "primaryAccession", this::accession,
        "proteinDescription", row -> Prose.description(new Draw(seed, 245, row), 6),
        "EC", this::enzymeClass,
        "length", this::length,
        "molecularWeight", this::weight);
  }

  /** Missing in 1 of 50; about 1 in 200 is a neighbour's. */
  private @Nullable Object accession(long row) {
    int luck = new Draw(seed, 246, row).below(1_000);
    if (luck < 20) {
      return null;
    }
    long of = luck < 25 && row > 0 ? row - 1 : row;
    String code = Long.toString(ACCESSIONS + of * STRIDE % ACCESSIONS, 36);
    return "A0A1" + code.substring(1).toUpperCase(Locale.ROOT);
  }

  /** Not an enzyme, mostly; an incomplete class reads like a number. */
  private @Nullable Object enzymeClass(long row) {
    Draw draw = new Draw(seed, 247, row);
    int luck = draw.below(100);
    if (luck < 72) {
      return null;
    }
    String subclass = EC_CLASSES[draw.below(EC_CLASSES.length)] + "." + (1 + draw.below(14));
    if (luck < 76) {
      return luck < 74 ? "" : subclass;
    }
    String full = subclass + "." + (1 + draw.below(20)) + ".";
    return luck < 84 ? full + "-" : full + (1 + draw.below(300));
  }

  private @Nullable Object length(long row) {
    boolean missing = new Draw(seed, 248, row).below(80) == 0;
    return missing ? null : (Object) Residues.length(seed, row);
  }

  /** In daltons. */
  private @Nullable Object weight(long row) {
    Draw draw = new Draw(seed, 249, row);
    int luck = draw.below(100);
    if (luck < 4) {
      return null;
    }
    double mean = Residues.length(seed, row) * DALTONS_PER_RESIDUE;
    return luck < 7
        ? OddNumbers.ofDoubles(draw)
        : (Double) (Math.rint(mean * (95 + draw.below(1_000) / 100.0)) / 100);
  }
}
