package dev.plumbline.runners.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/**
 * The machine.
 *
 * @param cpuModel as the processor names itself
 * @param physicalCores cores
 * @param logicalCores hardware threads
 * @param memoryBytes memory of the machine
 * @param cgroupMemoryLimitBytes memory limit of the control group; null if none
 * @param cgroupCpuLimit processors the control group may use, such as 1.5; null if not limited
 * @param os name of the operating system
 * @param kernel its version
 * @param architecture such as {@code amd64}
 */
public record MachineFacts(
    String cpuModel,
    int physicalCores,
    int logicalCores,
    long memoryBytes,
    @Nullable Long cgroupMemoryLimitBytes,
    @Nullable Double cgroupCpuLimit,
    String os,
    String kernel,
    String architecture) {

  static MachineFacts collect(SystemInfo system) {
    CentralProcessor processor = system.getHardware().getProcessor();
    Cgroup cgroup = Cgroup.ofThisProcess();
    OptionalLong memoryLimit = cgroup.memoryLimitBytes();
    OptionalDouble cpuLimit = cgroup.cpuLimit();
    return new MachineFacts(
        processor.getProcessorIdentifier().getName().strip(),
        processor.getPhysicalProcessorCount(),
        processor.getLogicalProcessorCount(),
        system.getHardware().getMemory().getTotal(),
        memoryLimit.isPresent() ? memoryLimit.getAsLong() : null,
        cpuLimit.isPresent() ? cpuLimit.getAsDouble() : null,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }
}
