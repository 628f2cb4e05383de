package dev.plumbline.runners.measure.raw;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine was left alone around a fork.
 *
 * @param controlBefore seconds of the control workload before it
 * @param controlAfter seconds of the control workload after it
 * @param controlLimit what either must not exceed
 * @param stealSeconds CPU time that the hypervisor gave to others meanwhile
 * @param loadAverage runnable processes after it, mean of the last minute; negative if unknown
 * @param disturbance what disturbed it; null if nothing did
 */
public record Quiet(
    double controlBefore,
    double controlAfter,
    double controlLimit,
    double stealSeconds,
    double loadAverage,
    @Nullable String disturbance) {
  /** What disturbed the fork; empty if nothing did. */
  public Stream<String> disturbances() {
    return Stream.ofNullable(disturbance);
  }
}
