package dev.plumbline.runners.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The control group's limits, for people. */
public final class ContainerLimits {
  private ContainerLimits() {}

  /** Such as {@code memory 4096 MiB, processors 1.5}. */
  public static String describe() {
    Cgroup cgroup = Cgroup.ofThisProcess();
    OptionalLong memory = cgroup.memoryLimitBytes();
    OptionalDouble processors = cgroup.cpuLimit();
    return "memory "
        + (memory.isPresent() ? (memory.getAsLong() >> 20) + " MiB" : "not limited")
        + ", processors "
        + (processors.isPresent() ? processors.getAsDouble() : "not limited");
  }
}
