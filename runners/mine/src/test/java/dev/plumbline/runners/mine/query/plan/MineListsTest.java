package dev.plumbline.runners.mine.query.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.query.run.MiniMine;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.query.run.Workers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MineListsTest {

  private final QueryEngine engine = MineData.engine(42, 20_000, Workers.CALLER);

  @Test
  void areTheSameForTheSameData() {
    assertEquals(
        new MineLists(new MineTables(7, 3_000)).all(),
        new MineLists(new MineTables(7, 3_000)).all());
  }

  @Test
  void holdGenesThatQueriesSelect() {
    for (MineList list : engine.lists().all()) {
      String in = "<constraint path=\"Gene\" op=\"IN\" value=\"" + list.name() + "\"/>";
      List<Object> ids =
          MiniMine.rows(engine, MineClient.query("Gene.id", "", in)).stream()
              .map(row -> row.get(0))
              .toList();
      assertEquals(list.ids(), ids, list.name());
      assertTrue(list.size() > 0 && list.size() <= 1_000, list.name());
    }
  }

  @Test
  void holdWhatTheyAreCalledAfter() {
    assertEquals(5, named("Five genes").size());
    assertEquals(Set.of(true), values("Gene.curated", "Curated genes"));
    assertEquals(100, named("Curated genes").size());
    assertEquals(1, values("Gene.organism.name", "Rarest organism").size());
  }

  private Set<Object> values(String view, String list) {
    String in = "<constraint path=\"Gene\" op=\"IN\" value=\"" + list + "\"/>";
    return MiniMine.rows(engine, MineClient.query(view, "", in)).stream()
        .map(row -> row.get(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private MineList named(String name) {
    return engine.lists().named(name).orElseThrow();
  }
}
