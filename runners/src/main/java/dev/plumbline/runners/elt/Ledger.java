package dev.plumbline.runners.elt;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Costs that stand beside a cell's time and never in it, in seconds by name, in the order in which
 * they arose.
 */
public final class Ledger {
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** A ledger in which stands what the start of this JVM has cost up to here. */
  public static Ledger ofThisJvm() {
    Ledger ledger = new Ledger();
    long ageMillis = ManagementFactory.getRuntimeMXBean().getUptime();
    ledger.add("jvm_start", TimeUnit.MILLISECONDS.toNanos(ageMillis));
    return ledger;
  }

  /** A ledger that begins with the entries of another. */
  public static Ledger after(Ledger other) {
    Ledger ledger = new Ledger();
    ledger.seconds.putAll(other.seconds);
    return ledger;
  }

  /** Does the work and enters what it took. */
  public <T> T time(String name, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    add(name, System.nanoTime() - start);
    return result;
  }

  void add(String name, long nanos) {
    seconds.merge(name, Math.round(nanos / 1e3) / 1e6, Double::sum);
  }

  /** The entries, in seconds by name. */
  public Map<String, Double> entries() {
    return Collections.unmodifiableMap(seconds);
  }
}
