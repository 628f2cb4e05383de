package dev.plumbline.pipelines;

import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.List;

/**
 * An export of two columns from a mine of its own, in pages of 50 rows.
 *
 * @param mine serves the rows
 * @param plan of all of them
 */
record SmallExport(LocalMine mine, ExportPlan plan) implements AutoCloseable {
  static SmallExport of(int rows) {
    LocalMine mine = LocalMine.start(new MineConfig(0, 42, rows));
    return new SmallExport(
        mine,
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine.serviceRoot().toString()),
                List.of("Gene.symbol", "Gene.length"),
                List.of(),
                rows,
                50,
                2,
                RetryPolicy.defaults(),
                Limits.defaults())));
  }

  @Override
  public void close() {
    mine.close();
  }
}
