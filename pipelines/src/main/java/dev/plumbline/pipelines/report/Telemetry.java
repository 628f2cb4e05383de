package dev.plumbline.pipelines.report;

/**
 * The counters of the machine and of this process at one instant; most mean something only as the
 * difference of two.
 *
 * @param atEpochMillis when
 * @param processCpuMillis CPU time of this process
 * @param processRssBytes memory this process holds
 * @param processMajorFaults pages this process had to wait for from the disk
 * @param systemBusyMillis CPU time of the machine, all processors, not idle and not waiting
 * @param systemTotalMillis the same with idle and waiting
 * @param stealMillis CPU time that the hypervisor gave to others
 * @param freeMemoryBytes memory that could be had without swapping
 * @param loadAverage runnable processes, mean of the last minute; negative if unknown
 */
public record Telemetry(
    long atEpochMillis,
    long processCpuMillis,
    long processRssBytes,
    long processMajorFaults,
    long systemBusyMillis,
    long systemTotalMillis,
    long stealMillis,
    long freeMemoryBytes,
    double loadAverage) {

  /**
   * Two snapshots.
   *
   * @param before the timed part
   * @param after it
   */
  public record Both(Telemetry before, Telemetry after) {
    /** CPU time of this process between them, in seconds. */
    public double cpuSeconds() {
      return (after.processCpuMillis - before.processCpuMillis) / 1e3;
    }
  }

  /** Share of the machine's processors in use between an earlier snapshot and this one, 0 to 1. */
  public double systemLoadSince(Telemetry before) {
    long total = systemTotalMillis - before.systemTotalMillis;
    return total <= 0 ? 0 : (double) (systemBusyMillis - before.systemBusyMillis) / total;
  }
}
