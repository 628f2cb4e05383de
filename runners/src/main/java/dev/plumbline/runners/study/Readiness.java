package dev.plumbline.runners.study;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts every engine once, to see which can work here.
 *
 * @param how what they may use
 * @param engines their names
 * @param named whether they were asked for by name
 */
public record Readiness(WorkflowOptions how, List<String> engines, boolean named) {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  /** All of them. */
  public List<EngineReadiness> all() {
    return engines.stream().map(this::of).toList();
  }

  private EngineReadiness of(String name) {
    Engines engine = Engines.of(name).orElseThrow();
    long start = System.nanoTime();
    try {
      EngineFacts facts =
          engine.with(how.engine().settings(engine, how.running().parallelism())).start();
      return new EngineReadiness(name, facts, null, seconds(start));
    } catch (EngineUnavailable e) {
      return new EngineReadiness(name, null, e.getMessage(), seconds(start));
    }
  }

  /** Why the run ends here: a named engine is missing, or all are. */
  public Optional<ChildOutcome> missing(List<EngineReadiness> all, long begunNanos) {
    List<EngineReadiness> lacking = all.stream().filter(e -> e.missing() != null).toList();
    if (lacking.isEmpty() || (!named && lacking.size() < all.size())) {
      lacking.forEach(e -> log.warn("{} cannot work here: {}", e.name(), e.missing()));
      return Optional.empty();
    }
    String why = Objects.requireNonNull(lacking.get(0).missing());
    return Optional.of(
        ChildOutcome.ended(
            named ? ExitCode.FAILED : ExitCode.SKIPPED,
            "EngineUnavailable",
            lacking.get(0).name() + ": " + why,
            begunNanos));
  }

  private static double seconds(long startNanos) {
    return Math.round((System.nanoTime() - startNanos) / 1e6) / 1e3;
  }
}
