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
        target,
        "http://127.0.0.1:9/service",
        "Gene",
        List.of("Gene.symbol"),
        List.of(),
        10,
        5,
        1,
        1,
        0.5,
        1,
        Runners.FLOOR,
        "128m",
        42,
        100,
        "",
        null,
        new EngineChoice("duckdb", false, Map.of("duckdb", 1), "1GB", 60),
        true,
        true,
        new ParitySample("head", 128, false),
        false,
        resultsDir,
        null,
        MineKind.FOREIGN,
        PagesOnDisk.none(),
        60,
        Keeping.nothing(),
        List.of("plumbline", "elt"));
  }
}
