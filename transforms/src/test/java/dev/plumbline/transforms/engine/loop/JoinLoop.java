package dev.plumbline.transforms.engine.loop;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The relation of {@link CanonicalTables}. */
final class JoinLoop {
  private JoinLoop() {}

  static List<Object[]> joined(String doing, Roles roles, WrittenTable canonical) {
    List<WrittenTable> tables = CanonicalTables.tables(canonical);
    CheckedTable.all(doing, tables, CanonicalTables.columns(roles));
    int width = 1 + tables.size();
    Map<Object, Object[]> joined = new TreeMap<>();
    List<Object[]> apart = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      for (Object[] row :
          LoopRows.unchecked(doing, tables.get(i), CanonicalTables.schema(roles, i).columns())) {
        Object[] whole =
            row[0] == null
                ? new Object[width]
                : joined.computeIfAbsent(row[0], key -> new Object[width]);
        whole[0] = row[0];
        whole[1 + i] = row[1];
        if (row[0] == null) {
          apart.add(whole);
        }
      }
    }
    List<Object[]> rows = new ArrayList<>(joined.values());
    rows.addAll(apart);
    return rows;
  }
}
