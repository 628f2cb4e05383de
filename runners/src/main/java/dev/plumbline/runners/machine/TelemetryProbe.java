package dev.plumbline.runners.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.pipelines.report.Telemetry;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;

/** Takes snapshots. Making a probe is slow, a snapshot is quick: make one, before the clock. */
public final class TelemetryProbe {
  /** Where major faults stand behind the parenthesised name in {@code /proc/self/stat}. */
  private static final int MAJOR_FAULTS_FIELD = 9;

  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** A probe of this process and machine. */
  public TelemetryProbe() {
    SystemInfo system = new SystemInfo();
    processor = system.getHardware().getProcessor();
    memory = system.getHardware().getMemory();
  }

  /** The counters now. */
  public Telemetry snapshot() {
    long[] ticks = processor.getSystemCpuLoadTicks();
    long total = Arrays.stream(ticks).sum();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
    return new Telemetry(
        System.currentTimeMillis(),
        TimeUnit.NANOSECONDS.toMillis(process.getProcessCpuTime()),
        ProcessMemory.rssBytes(),
        majorFaults(),
        total - idle,
        total,
        ticks[TickType.STEAL.getIndex()],
        memory.getAvailable(),
        processor.getSystemLoadAverage(1)[0]);
  }

  /** The program's name stands in parentheses and may hold anything. */
  private static long majorFaults() {
    return ProcFile.read("/proc/self/stat")
        .map(ProcFile::first)
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
        .map(words -> Long.parseLong(words[MAJOR_FAULTS_FIELD]))
        .orElse(0L);
  }
}
