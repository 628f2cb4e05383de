package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import java.util.HashMap;
import java.util.Map;

/** The domains that proteins have; few domains are in many proteins. */
final class ProteinDomainTable {

  static final int ROWS = 3_000;

  private static final int FIRST_ID = 20_001;
  private static final String[] TYPES = {
    "Domain", "Family", "Homologous_superfamily", "Repeat", "Conserved_site", ""
  };

  private ProteinDomainTable() {}

  static Table build(Relations relations) {
    long seed = relations.seed();
    Map<String, ColumnValues> cells = new HashMap<>(new EntityNames(seed, 281).cells());
    cells.put("primaryIdentifier", row -> "IPR" + Long.toString(1_000_001 + 7 * row).substring(1));
    cells.put("description", row -> Prose.description(new Draw(seed, 284, row), 5));
    cells.put("type", row -> new Draw(seed, 285, row).oneOf(TYPES));
    Members regions = relations.regions().childrenOfChoice();
    return new Table(
        "ProteinDomain",
        ROWS,
        FIRST_ID,
        cells,
        Map.of("proteinDomainRegions", new ToMany("ProteinDomainRegion", regions)));
  }
}
