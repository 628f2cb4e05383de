package dev.plumbline.transforms.join;

import dev.plumbline.transforms.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a join must write, worked out in plain Java from {@link CanonicalTables}. */
final class JoinModel {
  private JoinModel() {}

  /**
   * The joined relation.
   *
   * @param tables base, edge one and edge two as rows of key and value, each key once
   */
  static List<List<Object>> joined(List<List<List<Object>>> tables) {
    TreeSet<Object> keys = new TreeSet<>(Keys.IN_ORDER);
    List<Map<Object, Object>> values = new ArrayList<>();
    List<List<Object>> nulls = new ArrayList<>();
    for (int table = 0; table < tables.size(); table++) {
      Map<Object, Object> byKey = new HashMap<>();
      for (List<Object> row : tables.get(table)) {
        if (row.get(0) == null) {
          List<Object> alone = new ArrayList<>(Arrays.asList(null, null, null, null));
          alone.set(1 + table, row.get(1));
          nulls.add(alone);
        } else {
          keys.add(Keys.same(row.get(0)));
          byKey.put(Keys.same(row.get(0)), row.get(1));
        }
      }
      values.add(byKey);
    }
    List<List<Object>> joined = new ArrayList<>();
    for (Object key : keys) {
      joined.add(
          Arrays.asList(
              key, values.get(0).get(key), values.get(1).get(key), values.get(2).get(key)));
    }
    joined.addAll(nulls);
    return joined;
  }
}
