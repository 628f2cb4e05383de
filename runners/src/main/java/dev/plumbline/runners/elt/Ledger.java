package dev.plumbline.runners.elt;

import dev.plumbline.pipelines.clocks.RunMicros;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Costs that stand beside a cell's time, in seconds by name, in the order in which they became
 * known. None is part of that time but those whose names begin with {@code of_wall_}.
 */
final class Ledger {
  private final Map<String, Long> micros = new LinkedHashMap<>();

  /** Does the work and enters what it took. */
  <T> T time(String name, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    add(name, System.nanoTime() - start);
    return result;
  }

  void add(String name, long nanos) {
    addMicros(name, RunMicros.rounded(nanos));
  }

  void addMicros(String name, long more) {
    micros.merge(name, more, Long::sum);
  }

  Map<String, Double> entries() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    micros.forEach((name, value) -> seconds.put(name, value / 1e6));
    return Collections.unmodifiableMap(seconds);
  }
}
