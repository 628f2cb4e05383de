package dev.plumbline.runners.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.plumbline.runners.options.Redaction;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * This JVM.
 *
 * @param vendor who built it
 * @param version such as {@code 17.0.15+6}
 * @param heapMaxBytes the most its heap can hold
 * @param collectors names of its garbage collectors
 * @param gcThreads threads of a stop-the-world collection; 0 if it has no such setting
 * @param flags its input arguments, without secrets
 * @param classes how many classes it has loaded, and from where
 */
public record JvmFacts(
    String vendor,
    String version,
    long heapMaxBytes,
    List<String> collectors,
    int gcThreads,
    List<String> flags,
    LoadedClasses classes) {

  public JvmFacts {
    collectors = List.copyOf(collectors);
    flags = List.copyOf(flags);
  }

  static JvmFacts collect() {
    return new JvmFacts(
        System.getProperty("java.vendor"),
        Runtime.version().toString(),
        Runtime.getRuntime().maxMemory(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList(),
        stopTheWorldThreads(),
        Redaction.arguments(ManagementFactory.getRuntimeMXBean().getInputArguments()),
        LoadedClasses.collect());
  }

  JvmFacts withClasses(LoadedClasses others) {
    return new JvmFacts(vendor, version, heapMaxBytes, collectors, gcThreads, flags, others);
  }

  private static int stopTheWorldThreads() {
    HotSpotDiagnosticMXBean hotSpot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return hotSpot == null
        ? 0
        : Integer.parseInt(hotSpot.getVMOption("ParallelGCThreads").getValue());
  }
}
