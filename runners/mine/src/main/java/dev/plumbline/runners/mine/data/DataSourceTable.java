package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the data are from. */
final class DataSourceTable {

  static final List<String> NAMES =
      List.of(
          "TAIR",
          "UniProt",
          "GO",
          "KEGG",
          "Ensembl Plants",
          "NCBI",
          "Phytozome",
          "InterPro",
          "PlantCyc",
          "Gramene",
          "URGI – Génomique",
          "Müller & Søn \"Saatgut\"");

  private static final int FIRST_ID = 3_001;

  private DataSourceTable() {}

  static Table build(long seed) {
    return new Table(
        "DataSource",
        NAMES.size(),
        FIRST_ID,
        Map.of(
            "name", row -> NAMES.get((int) row),
            "description", row -> Prose.description(new Draw(seed, 420, row), 20),
            "url", DataSourceTable::url),
        Map.of("dataSets", new ToMany("DataSet", DataSetTable.OF_SOURCES)));
  }

  private static @Nullable Object url(long row) {
    return row == 2 ? null : "https://source-" + row + ".example/?q=a&r=%C3%A9#top";
  }
}
