package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What genes are called elsewhere, gene by gene: 0 to 8 of each. */
final class CrossReferenceTable {

  private static final String[] PREFIXES = {"Q", "ENSRNA", "XP_", "LOC", "Glyma.", "µ", ""};

  private CrossReferenceTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Fanout ofGenes = relations.crossReferences();
    return new Table(
        "CrossReference",
        ofGenes.childRows(),
        firstId,
        Map.of("identifier", row -> identifier(new Draw(seed, 400, row))),
        Map.of(
            "subject", new ToOne("Gene", ofGenes::parent, true),
            "source", new ToOne("DataSource", row -> source(seed, row), false)));
  }

  private static @Nullable Object identifier(Draw draw) {
    int luck = draw.below(100);
    if (luck < 3) {
      return luck == 0 ? null : EntityNames.likeNumber(draw);
    }
    return draw.oneOf(PREFIXES) + (100_000 + draw.below(900_000_000));
  }

  /** Few sources have most; one in thirty is not known. */
  private static int source(long seed, long row) {
    Draw draw = new Draw(seed, 401, row);
    double u = draw.unit();
    return draw.below(30) == 0 ? -1 : (int) (DataSourceTable.NAMES.size() * u * u);
  }
}
