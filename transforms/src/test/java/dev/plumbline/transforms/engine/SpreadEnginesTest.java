package dev.plumbline.transforms.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.SpreadableWork;
import dev.plumbline.transforms.table.TableCore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A runner gets its threads by what an engine says of itself, and spreads what a work is. */
class SpreadEnginesTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(new Column("k", ColumnType.STRING), new Column("n", ColumnType.INT64)));

  @ParameterizedTest
  @EnumSource
  void anEngineIsSpreadIfAllItsWorksCanBeAndElseNoneIs(Engines listed) {
    Engine engine = listed.with(new EngineSettings(1, "1GB", "any", 1));
    Roles roles = Roles.of(SCHEMA);
    ResultFiles result = new ResultFiles("any", "result");
    List<TableCore> works =
        List.of(
            engine.scan(SCHEMA),
            engine.analytics(roles),
            engine.join(roles, result),
            engine.joinCanonical(roles, result));

    for (TableCore work : works) {
      assertEquals(engine.isSpread(), work instanceof SpreadableWork, work.toString());
    }
  }
}
