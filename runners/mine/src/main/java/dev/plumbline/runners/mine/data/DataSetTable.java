package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data sets that genes are from, some from each source. */
final class DataSetTable {

  static final int ROWS = 30;

  /** Every n-th set is of the same source, if there are n of them. */
  static final Members OF_SOURCES =
      new Members() {
        @Override
        public int count(long source) {
          return (int) (ROWS - source + SOURCES - 1) / SOURCES;
        }

        @Override
        public long at(long source, int index) {
          return source + (long) SOURCES * index;
        }
      };

  private static final int SOURCES = DataSourceTable.NAMES.size();
  private static final int FIRST_ID = 3_101;
  private static final String[] WHATS = {" genes", " annotation", " genome assembly v4"};
  private static final String[] VERSIONS = {"11", "1.0", "", "2019-02-30", "v4.03", "1e3", "007"};

  private DataSetTable() {}

  static Table build(Relations relations) {
    long seed = relations.seed();
    return new Table(
        "DataSet",
        ROWS,
        FIRST_ID,
        Map.of(
            "name", DataSetTable::name,
            "description", row -> Prose.description(new Draw(seed, 440, row), 20),
            "url", row -> url(new Draw(seed, 441, row), row),
            "version", row -> new Draw(seed, 442, row).oneOf(VERSIONS)),
        Map.of(
            "dataSource", new ToOne("DataSource", row -> row % SOURCES, true),
            "bioEntities", new ToMany("Gene", relations.dataSets().parentsOfChoice())));
  }

  private static String name(long row) {
    return DataSourceTable.NAMES.get((int) row % SOURCES) + WHATS[(int) row / SOURCES];
  }

  private static @Nullable Object url(Draw draw, long row) {
    return draw.below(4) == 0 ? null : "https://sets.example/" + row;
  }
}
