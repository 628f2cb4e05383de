package dev.plumbline.runners.run;

import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.runners.process.ChildMain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Costs that stand beside a cell's time, in seconds by name, in the order in which they became
 * known. None is part of that time but those whose names begin with {@code of_wall_}. What goes on
 * side by side is entered in full each, so entries may add up to more than has passed.
 */
public final class Ledger {
  /** How the names of entries begin that are part of a time. */
  public static final String OF_WALL = "of_wall_";

  private final Map<String, Long> micros = new LinkedHashMap<>();

  /** A ledger in which stands what it took this JVM to come to its main. */
  public static Ledger ofThisJvm() {
    Ledger ledger = new Ledger();
    ledger.add("jvm_start", ChildMain.startNanos());
    return ledger;
  }

  /** A ledger that begins with the entries of another. */
  public static Ledger after(Ledger other) {
    Ledger ledger = new Ledger();
    synchronized (other) {
      ledger.micros.putAll(other.micros);
    }
    return ledger;
  }

  /** Does the work and enters what it took. */
  public <T> T time(String name, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    add(name, System.nanoTime() - start);
    return result;
  }

  /** Enters a cost, rounded to microseconds; more under one name adds up. */
  public void add(String name, long nanos) {
    addMicros(name, RunMicros.rounded(nanos));
  }

  /** The same in microseconds. */
  public synchronized void addMicros(String name, long more) {
    micros.merge(name, more, Long::sum);
  }

  /** The entries without the parts of a time, for a run that may not show one. */
  public Map<String, Double> besideTheTime() {
    Map<String, Double> seconds = new LinkedHashMap<>(entries());
    seconds.keySet().removeIf(name -> name.startsWith(OF_WALL));
    return Collections.unmodifiableMap(seconds);
  }

  /** The entries, in seconds by name. */
  public synchronized Map<String, Double> entries() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    micros.forEach((name, value) -> seconds.put(name, value / 1e6));
    return Collections.unmodifiableMap(seconds);
  }
}
