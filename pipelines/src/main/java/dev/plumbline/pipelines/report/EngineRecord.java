package dev.plumbline.pipelines.report;

import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The engine of a run, as it says of itself.
 *
 * @param name its name
 * @param version its own version
 * @param threads how many threads it may use
 * @param memoryLimit what it may hold in memory; empty where it knows no limit
 * @param ownProcess what it took in a process of its own; null if it has none
 */
public record EngineRecord(
    String name, String version, int threads, String memoryLimit, @Nullable OwnProcess ownProcess) {
  /**
   * What an engine took in a process of its own, by that process's account.
   *
   * @param wallSeconds from the request to its answer; null if times are withheld
   * @param cpuSeconds of all its threads; null if times are withheld
   * @param peakRssBytes the most memory that it held meanwhile
   */
  public record OwnProcess(
      @Nullable Double wallSeconds, @Nullable Double cpuSeconds, long peakRssBytes) {}

  static EngineRecord of(EngineFacts facts, RanPipeline ran, boolean times) {
    return new EngineRecord(
        facts.name(),
        facts.version(),
        facts.threads(),
        facts.memoryLimit(),
        ran.findings().tables().findings().stream()
            .map(StageFindings::findings)
            .map(Findings::use)
            .filter(Objects::nonNull)
            .reduce(EngineRecord::both)
            .map(use -> ownProcess(use, times))
            .orElse(null));
  }

  private static EngineUse both(EngineUse one, EngineUse other) {
    return new EngineUse(
        one.wallNanos() + other.wallNanos(),
        one.cpuNanos() + other.cpuNanos(),
        Math.max(one.peakRssBytes(), other.peakRssBytes()));
  }

  private static OwnProcess ownProcess(EngineUse use, boolean times) {
    return new OwnProcess(
        times ? StageTable.seconds(use.wallNanos() / 1000) : null,
        times ? StageTable.seconds(use.cpuNanos() / 1000) : null,
        use.peakRssBytes());
  }
}
