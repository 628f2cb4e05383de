package dev.plumbline.transforms.engine.polars;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The workers of this JVM. They end with it: each also ends by itself with its standard input. */
final class PolarsWorkers {
  private static final Map<Polars, PolarsWorker> WORKERS = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> WORKERS.values().forEach(PolarsWorker::kill), "polars-end"));
  }

  private PolarsWorkers() {}

  static PolarsWorker of(Polars polars) {
    return WORKERS.computeIfAbsent(polars, PolarsWorker::new);
  }
}
