package dev.plumbline.transforms.clock;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, all threads together. */
public final class ProcessCpu {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ProcessCpu() {}

  /** Nanoseconds since the process started. */
  public static long nanos() {
    return SYSTEM.getProcessCpuTime();
  }
}
