package dev.plumbline.runners.machine;

/** Memory of this process, as the kernel counts it. */
public final class ProcessMemory {
  private ProcessMemory() {}

  /** The most this process ever held in memory; 0 where the kernel does not tell. */
  public static long peakRssBytes() {
    return statusBytes("VmHWM");
  }

  /** What this process holds in memory now; 0 where the kernel does not tell. */
  public static long rssBytes() {
    return statusBytes("VmRSS");
  }

  private static long statusBytes(String name) {
    return ProcFile.read("/proc/self/status")
        .flatMap(file -> file.field(name))
        .map(value -> 1024 * Long.parseLong(value.replace("kB", "").strip()))
        .orElse(0L);
  }
}
