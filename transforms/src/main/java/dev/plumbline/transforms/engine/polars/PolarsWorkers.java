package dev.plumbline.transforms.engine.polars;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workers of this JVM, one for each settings. Only one that works keeps its process beside
 * another's: what is idle would take memory from what is measured. All end with the JVM; each also
 * ends by itself with its standard input.
 */
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

  /** Ends the processes of all workers but this one that have nothing to do. */
  static void endIdle(PolarsWorker except) {
    WORKERS.values().stream().filter(worker -> worker != except).forEach(PolarsWorker::endIfIdle);
  }
}
