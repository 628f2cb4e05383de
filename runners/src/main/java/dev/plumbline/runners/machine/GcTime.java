package dev.plumbline.runners.machine;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What garbage collections have cost this JVM. */
public final class GcTime {
  private GcTime() {}

  /** Seconds spent in them so far; of a parallel collector, the time that the program stood. */
  public static double seconds() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum()
        / 1e3;
  }
}
