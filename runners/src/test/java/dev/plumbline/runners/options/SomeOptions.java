package dev.plumbline.runners.options;

import java.util.List;

/** Options for tests: small, no mine, the word that a test task acts on as the target. */
public final class SomeOptions {
  private SomeOptions() {}

  public static EltOptions of(String target, String resultsDir) {
    return of(target, resultsDir, null);
  }

  public static EltOptions of(String target, String resultsDir, String jsonOut) {
    return new EltOptions(
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
        1,
        RunnerKind.FLOOR,
        "128m",
        42,
        100,
        1,
        "1GB",
        true,
        true,
        false,
        resultsDir,
        jsonOut,
        false,
        List.of("plumbline", "elt"));
  }
}
