package dev.plumbline.runners.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Memory of the machine, or of the container if that is less. */
public final class MachineMemory {
  private MachineMemory() {}

  /** The most that processes here can hold. */
  public static long limitBytes() {
    return bean().getTotalMemorySize();
  }

  /** What is free of it. */
  public static long freeBytes() {
    return bean().getFreeMemorySize();
  }

  private static OperatingSystemMXBean bean() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }
}
