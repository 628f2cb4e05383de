package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.EngineChoice;
import dev.plumbline.runners.options.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which engine works, and what engines may use. */
@Command(optionListHeading = "%nEngines:%n")
final class EngineChoiceOptions {
  @Option(
      names = {"--engine", "--engines"},
      paramLabel = "NAME",
      description = {
        "@elt The engine that scans, joins and sums up: duckdb, polars or beam; if it is named, its"
            + " absence is a failure. Default: duckdb.",
        "@etl The engine that joins and sums up: polars, beam or duckdb; if it is named, its absence"
            + " is a failure. Default: polars.",
        "@engines The engines that are measured, of duckdb, polars, beam, comma separated; the first"
            + " is the base of all ratios, and one that is named must not be missing. Default: all.",
        "@storage The engines that load and scan, of duckdb, polars, comma separated; one that is"
            + " named must not be missing. Default: all.",
        "@measure The engine that joins and sums up: duckdb, polars or beam. Default: duckdb with"
            + " --pipeline elt, polars with etl."
      })
  @Nullable String engine;

  @Option(
      names = "--duckdb-threads",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "DuckDB's threads. Default: auto, as many as --parallelism.")
  String duckdbThreads = AutoNumber.AUTO;

  @Option(
      names = "--duckdb-memory-limit",
      paramLabel = "SIZE",
      defaultValue = "1GB",
      description = "DuckDB's memory, beside the heap; beyond it spills to the disk. Default: 1GB.")
  String memoryLimit = "";

  @Option(
      names = "--polars-threads",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Polars' threads. Default: auto, as many as --parallelism.")
  String polarsThreads = AutoNumber.AUTO;

  @Option(
      names = "--engine-timeout-seconds",
      paramLabel = "N",
      defaultValue = "3600",
      description =
          "How long one piece of work may take in an engine outside the JVM before it counts as"
              + " hanging; in engines and storage the fork's own limit may come first. Default: 3600.")
  int timeoutSeconds;

  /**
   * The choice of a workflow.
   *
   * @param fitting the engines that the workflow knows; the first is its default
   */
  EngineChoice choice(List<String> fitting, int parallelism) {
    String asked = engine;
    if (asked != null && !fitting.contains(asked)) {
      throw UsageException.of("--engine", asked, "one of " + String.join(", ", fitting));
    }
    return choiceOf(asked == null ? fitting.get(0) : asked, parallelism);
  }

  /** The engines that were asked for, comma separated; all that fit if none were. */
  List<String> names(List<String> fitting) {
    return engine == null ? fitting : List.of(engine.split(",", -1));
  }

  /** The choice of this engine. */
  EngineChoice choiceOf(String name, int parallelism) {
    Map<String, Integer> threads = new LinkedHashMap<>();
    threads.put("duckdb", AutoNumber.parseInt("--duckdb-threads", duckdbThreads, parallelism));
    threads.put("polars", AutoNumber.parseInt("--polars-threads", polarsThreads, parallelism));
    return new EngineChoice(
        name, engine != null, threads, Bounds.duckdbMemory(memoryLimit), timeoutSeconds);
  }
}
