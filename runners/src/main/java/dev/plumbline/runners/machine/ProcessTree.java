package dev.plumbline.runners.machine;

import java.util.stream.Stream;

/** What the kernel tells of a process and its descendants; nothing where it has no such files. */
public final class ProcessTree {
  /** Where CPU time of children that were waited for stands behind the name, in clock ticks. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /** The kernel's USER_HZ, which is 100 on every architecture that a JDK 17 runs on under Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private ProcessTree() {}

  /** Memory that the process and its descendants hold now, in bytes. */
  public static long rssBytes(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(process -> kib(process.pid(), "VmRSS"))
        .sum();
  }

  /** The most memory that this one process has held so far, in bytes. */
  public static long highWaterBytes(ProcessHandle process) {
    return kib(process.pid(), "VmHWM");
  }

  /**
   * CPU seconds of all children of this JVM that have ended, and of those that they waited for; the
   * difference of two is that of the children in between.
   */
  public static double endedChildrenCpuSeconds() {
    return ProcFile.read("/proc/self/stat")
        .map(ProcFile::first)
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
        .map(
            words ->
                (Long.parseLong(words[CHILDREN_USER]) + Long.parseLong(words[CHILDREN_SYSTEM]))
                    / TICKS_PER_SECOND)
        .orElse(0.0);
  }

  private static long kib(long pid, String name) {
    return ProcFile.read("/proc/" + pid + "/status")
        .flatMap(file -> file.field(name))
        .map(value -> 1024 * Long.parseLong(value.replace("kB", "").strip()))
        .orElse(0L);
  }
}
