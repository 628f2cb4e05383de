package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.page.PackedPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeJoinTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(new Column("key", ColumnType.STRING), new Column("id", ColumnType.INT64)));
  private static final List<String> KEYS =
      List.of(
          "", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgh\u0000", "é", "\uFFFD", "\uD83C\uDF3E");

  @Test
  void bringsTogetherWhatAModelBringsTogetherInOrder() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      String shared = "shared ".repeat(random.nextInt(3));
      List<List<List<Object>>> sides = new ArrayList<>();
      for (int side = 0; side < 3; side++) {
        sides.add(rows(random, shared));
      }
      assertEquals(model(sides), joined(sides, random), "seed " + seed);
    }
  }

  private static List<List<Object>> rows(Random random, String shared) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = random.nextInt(80); i > 0; i--) {
      String key =
          KEYS.get(random.nextInt(KEYS.size())) + (random.nextBoolean() ? random.nextInt(9) : "");
      rows.add(Arrays.asList(random.nextInt(8) == 0 ? null : shared + key, (long) i));
    }
    return rows;
  }

  /** For each key its name and each side's ids, in their order. */
  private static List<Object> model(List<List<List<Object>>> sides) {
    TreeMap<String, List<List<Object>>> byKey =
        new TreeMap<>((l, r) -> Arrays.compareUnsigned(utf8(l), utf8(r)));
    List<Object> nulls = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      List<List<Object>> without = lists(sides.size());
      for (List<Object> row : sides.get(side)) {
        String key = (String) row.get(0);
        List<List<Object>> ids =
            key == null ? without : byKey.computeIfAbsent(key, k -> lists(sides.size()));
        ids.get(side).add(row.get(1));
      }
      if (!without.get(side).isEmpty()) {
        without.forEach(list -> list.sort(null)); // those without a key have no order among them
        nulls.add(Arrays.asList(null, without));
      }
    }
    List<Object> all = new ArrayList<>();
    byKey.forEach((key, ids) -> all.add(List.of(key, ids)));
    all.addAll(nulls);
    return all;
  }

  private static List<Object> joined(List<List<List<Object>>> rows, Random random) {
    List<List<PackedPage>> pages = new ArrayList<>();
    for (List<List<Object>> side : rows) {
      pages.add(Tables.pages(SCHEMA, side, 1 + random.nextInt(40)));
    }
    List<SortedRows> sides = SortedRows.of(Collections.nCopies(rows.size(), SCHEMA), pages);
    List<Object> all = new ArrayList<>();
    new MergeJoin(sides)
        .run(
            (keyed, from, to) -> {
              List<List<Object>> ids = lists(sides.size());
              for (int side = 0; side < sides.size(); side++) {
                for (int row = from[side]; row < to[side]; row++) {
                  ids.get(side).add(cell(sides.get(side), row));
                }
              }
              RowList key = new RowList();
              sides.get(keyed).feedKey(from[keyed], ColumnType.STRING, key);
              key.endRow();
              Object text = key.rows().get(0).get(0);
              if (text == null) {
                ids.forEach(list -> list.sort(null));
              }
              all.add(Arrays.asList(text, ids));
            });
    return all;
  }

  private static Object cell(SortedRows side, int row) {
    RowList cells = new RowList();
    side.feedCells(row, cells);
    cells.endRow();
    return cells.rows().get(0).get(0);
  }

  private static List<List<Object>> lists(int count) {
    List<List<Object>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
