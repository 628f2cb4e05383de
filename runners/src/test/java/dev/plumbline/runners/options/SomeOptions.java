package dev.plumbline.runners.options;

import dev.plumbline.runners.runner.Runners;
import java.util.List;
import java.util.Map;

/** Options for tests: small, and no mine. */
public final class SomeOptions {
  private SomeOptions() {}

  public static WorkflowOptions of(String target, String resultsDir) {
    return new WorkflowOptions(
        "elt",
        new MineChoice(target, "http://127.0.0.1:9/service", MineKind.FOREIGN),
        new QueryChoice("Gene", List.of("Gene.symbol"), List.of()),
        new Paging(10, 5, 1, 1, 0.5, 60),
        new Running(1, Runners.FLOOR, "128m"),
        new ServedData(42, 100, "", null),
        new EngineChoice("duckdb", false, Map.of("duckdb", 1), "1GB", 60),
        new Proving(true, true, new ParitySample("head", 128, false), false),
        new Output(resultsDir, null),
        PagesOnDisk.none(),
        Keeping.nothing(),
        List.of("plumbline", "elt"));
  }
}
