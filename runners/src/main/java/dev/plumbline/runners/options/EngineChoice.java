package dev.plumbline.runners.options;

import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which engine does a workflow's transform, and what engines may use.
 *
 * @param name the engine, one of {@link Engines}
 * @param named whether it was asked for by name: then it must not be missing
 * @param threads what an engine may use where it is not the runner's parallelism, by engine
 * @param memoryLimit what engines with such a limit may hold in memory, such as {@code 1GB}
 * @param timeoutSeconds how long one piece of work may take in an engine outside the JVM
 */
public record EngineChoice(
    String name,
    boolean named,
    Map<String, Integer> threads,
    String memoryLimit,
    int timeoutSeconds) {

  /** Copies the map and checks the bounds. */
  public EngineChoice {
    threads = Collections.unmodifiableMap(new TreeMap<>(threads));
    threads.forEach(
        (engine, n) -> Bounds.check("--" + engine + "-threads", n, 1, Bounds.MAX_THREADS));
    Bounds.check("--engine-timeout-seconds", timeoutSeconds, 1, 86_400);
  }

  /** The engine that was chosen. */
  public Engines engine() {
    return Engines.of(name)
        .orElseThrow(
            () ->
                UsageException.of(
                    "--engine", name, "one of " + String.join(", ", Engines.labels())));
  }

  /**
   * What an engine is given.
   *
   * @param parallelism of the runner
   */
  public EngineSettings settings(Engines engine, int parallelism) {
    return new EngineSettings(
        threads.getOrDefault(engine.label(), parallelism),
        memoryLimit,
        System.getProperty("java.io.tmpdir", "."),
        timeoutSeconds);
  }
}
