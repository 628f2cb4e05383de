package dev.plumbline.runners.elt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Costs that stand beside a cell's time and never in it, in seconds by name, in the order in which
 * they arose.
 */
final class Ledger {
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Does the work and enters what it took. */
  <T> T time(String name, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    add(name, System.nanoTime() - start);
    return result;
  }

  void add(String name, long nanos) {
    seconds.merge(name, Math.round(nanos / 1e3) / 1e6, Double::sum);
  }

  Map<String, Double> entries() {
    return Collections.unmodifiableMap(seconds);
  }
}
