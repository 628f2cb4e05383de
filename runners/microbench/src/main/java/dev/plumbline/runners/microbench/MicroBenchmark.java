package dev.plumbline.runners.microbench;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.microbench.cores.BytesBenchmark;
import dev.plumbline.runners.microbench.cores.ChangePointsBenchmark;
import dev.plumbline.runners.microbench.cores.DecodeBenchmark;
import dev.plumbline.runners.microbench.cores.DigestBenchmark;
import dev.plumbline.runners.microbench.cores.DuckDbCopyBenchmark;
import dev.plumbline.runners.microbench.cores.Export;
import dev.plumbline.runners.microbench.cores.FetchBenchmark;
import dev.plumbline.runners.microbench.cores.JsonTokensBenchmark;
import dev.plumbline.runners.microbench.cores.PackBenchmark;
import dev.plumbline.runners.microbench.cores.ParquetBenchmark;
import dev.plumbline.runners.microbench.cores.ParquetFilesBenchmark;
import dev.plumbline.runners.microbench.cores.QueryBenchmark;
import dev.plumbline.runners.microbench.cores.SignedRankBenchmark;
import dev.plumbline.runners.microbench.engines.EngineBenchmark;
import dev.plumbline.runners.microbench.engines.EngineBenchmark.Side;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark, as it is named in results.
 *
 * @param scenario its name, {@code micro.} and what it does
 * @param type the class that holds its one benchmark method
 * @param rows the rows of one invocation, which the time is divided by; 0 if its work has no rows
 * @param parameters what its class takes beside the rows, by name
 * @param yardstick the scenario that its time is put in relation to; null if there is none
 */
record MicroBenchmark(
    String scenario,
    Class<?> type,
    int rows,
    Map<String, String> parameters,
    @Nullable String yardstick) {
  private static final int MANY_ROWS = 500_000;

  MicroBenchmark {
    parameters = Map.copyOf(parameters);
  }

  static MicroBenchmark of(String scenario, Class<?> type, int rows) {
    return new MicroBenchmark(scenario, type, rows, Map.of(), null);
  }

  /** All there are: in the order of a row's path, then engines, then statistics. */
  static List<MicroBenchmark> all() {
    List<MicroBenchmark> all =
        new ArrayList<>(
            List.of(
                of("micro.query", QueryBenchmark.class, 0),
                of("micro.fetch", FetchBenchmark.class, Export.ROWS),
                of("micro.decode", DecodeBenchmark.class, Export.ROWS).beside("micro.json_tokens"),
                of("micro.json_tokens", JsonTokensBenchmark.class, Export.ROWS),
                of("micro.pack", PackBenchmark.class, Export.ROWS),
                of("micro.digest", DigestBenchmark.class, Export.ROWS).beside("micro.bytes"),
                of("micro.bytes", BytesBenchmark.class, Export.ROWS),
                of("micro.parquet_write", ParquetBenchmark.class, Export.ROWS),
                of("micro.parquet_files", ParquetFilesBenchmark.class, MANY_ROWS)
                    .beside("micro.duckdb_copy"),
                of("micro.duckdb_copy", DuckDbCopyBenchmark.class, MANY_ROWS)));
    for (EngineWork work : EngineWork.values()) {
      all.addAll(pair(Engines.DUCKDB, work, "jdbc"));
      all.addAll(pair(Engines.POLARS, work, "node"));
      if (work == EngineWork.JOIN_ENGINE) {
        all.addAll(pair(Engines.BEAM, work, "hash"));
      } else {
        all.add(engine(Engines.BEAM, work, Side.CORE, "beam"));
      }
    }
    all.add(of("micro.signed_rank", SignedRankBenchmark.class, 0));
    all.add(of("micro.change_points", ChangePointsBenchmark.class, 0));
    return all;
  }

  private static List<MicroBenchmark> pair(Engines engine, EngineWork work, String bareName) {
    MicroBenchmark bare = engine(engine, work, Side.BARE, bareName);
    return List.of(engine(engine, work, Side.CORE, engine.label()).beside(bare.scenario), bare);
  }

  private static MicroBenchmark engine(Engines engine, EngineWork work, Side side, String name) {
    Map<String, String> parameters =
        Map.of("engine", engine.name(), "work", work.name(), "side", side.name());
    String scenario = "micro." + name + "." + work.scenario();
    return new MicroBenchmark(scenario, EngineBenchmark.class, MANY_ROWS, parameters, null);
  }

  private MicroBenchmark beside(String other) {
    return new MicroBenchmark(scenario, type, rows, parameters, other);
  }

  /** With no more rows than it takes to see that it works. */
  MicroBenchmark small() {
    return new MicroBenchmark(scenario, type, Math.min(rows, Export.ROWS), parameters, yardstick);
  }

  String metric() {
    return rows == 0 ? "time_per_op" : "time_per_row";
  }

  String unit() {
    return rows == 0 ? "ns/op" : "ns/row";
  }

  /** What JMH finds it by, and nothing else. */
  String include() {
    return "^" + Pattern.quote(type.getName()) + "\\.";
  }
}
