package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.UserTables;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.query.run.Workers;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.mine.userdata.UserTable;

/** What a mine holds: a model, and data for some or all of its classes. */
record Holdings(MineModel model, MineTables tables) {

  static Holdings of(MineConfig config) {
    return config.userData().map(Holdings::of).orElseGet(() -> of(config.seed(), config.rows()));
  }

  /** Generated genes. */
  static Holdings of(long seed, long rows) {
    MineConfig.checkRows(rows);
    return new Holdings(ModelReader.read(ModelReader.text()), new MineTables(seed, rows));
  }

  /** A file of the user's. */
  static Holdings of(UserData data) {
    UserTable table = UserTable.load(data);
    return new Holdings(ModelReader.read(table.modelXml()), new MineTables(UserTables.of(table)));
  }

  QueryEngine engine(Workers workers) {
    return new QueryEngine(model, tables, workers);
  }
}
