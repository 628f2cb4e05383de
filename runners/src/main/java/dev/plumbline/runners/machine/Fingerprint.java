package dev.plumbline.runners.machine;

import dev.plumbline.parity.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the ground that a record was measured on, so that records from different ground are not
 * compared by mistake.
 *
 * <p>It is made of the machine (processor, cores, memory in whole GiB, limits of the control
 * group), the operating system and its kernel, the architecture, and the JVM's vendor, version,
 * collectors, number of collector threads and kind of class archive. Heap size, flags, libraries,
 * this program's version and its commit are left out: they belong to an arm or a build, and are
 * what one may want to compare.
 */
public final class Fingerprint {
  private static final int HEX_DIGITS = 32;
  private static final double GIB = 1L << 30;

  private Fingerprint() {}

  /** The first 32 hexadecimal digits of the SHA-256 of {@link #text}. */
  public static String of(EnvironmentManifest environment) {
    return Sha256.of(text(environment)).substring(0, HEX_DIGITS);
  }

  /** One line for each ingredient, {@code name=value}; a limit that is not set is {@code none}. */
  static String text(EnvironmentManifest environment) {
    MachineFacts machine = environment.machine();
    JvmFacts jvm = environment.jvm();
    List<String> lines = new ArrayList<>();
    lines.add("cpu_model=" + machine.cpuModel());
    lines.add("physical_cores=" + machine.physicalCores());
    lines.add("logical_cores=" + machine.logicalCores());
    lines.add("memory_gib=" + Math.round(machine.memoryBytes() / GIB));
    lines.add("cgroup_memory_limit_bytes=" + orNone(machine.cgroupMemoryLimitBytes()));
    lines.add("cgroup_cpu_limit=" + orNone(machine.cgroupCpuLimit()));
    lines.add("os=" + machine.os());
    lines.add("kernel=" + machine.kernel());
    lines.add("architecture=" + machine.architecture());
    lines.add("jvm_vendor=" + jvm.vendor());
    lines.add("jvm_version=" + jvm.version());
    lines.add("collectors=" + String.join(", ", jvm.collectors()));
    lines.add("gc_threads=" + jvm.gcThreads());
    lines.add("class_archive=" + jvm.classes().archive());
    return String.join("\n", lines) + "\n";
  }

  private static String orNone(@Nullable Object limit) {
    return limit == null ? "none" : limit.toString();
  }
}
