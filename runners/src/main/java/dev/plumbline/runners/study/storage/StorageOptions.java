package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.StudyOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a {@code storage} run was asked for.
 *
 * @param export how everything runs, and what is exported where artifacts do not lie there already
 * @param scenarios what is compared, each with its rows
 * @param engines the engines that load and scan
 * @param replay the artifacts to take instead of an export; null for an export
 * @param reuse whether an export of an earlier run may stand for the same of this one
 */
public record StorageOptions(
    WorkflowOptions export,
    List<Scenario> scenarios,
    List<String> engines,
    @Nullable ReplayPaths replay,
    boolean reuse)
    implements StudyOptions {
  /**
   * One pair of tables.
   *
   * @param name such as {@code compare}, {@code new} or {@code small_5000}
   * @param rows wanted
   */
  public record Scenario(String name, long rows) {}

  /** Copies the lists; rejects engines and scenarios that occur twice. */
  public StorageOptions {
    scenarios = List.copyOf(scenarios);
    engines = List.copyOf(engines);
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!names.add(scenario.name())) {
        throw UsageException.of("--matrix", scenario.name() + " twice", "each list and size once");
      }
    }
    if (new HashSet<>(engines).size() < engines.size()) {
      throw UsageException.of("--engines", String.join(",", engines), "each engine once");
    }
    scenarios.forEach(s -> Bounds.check("rows of " + s.name(), s.rows(), 1, Long.MAX_VALUE));
  }

  @Override
  public boolean named() {
    return export.engine().named();
  }

  @Override
  public long mostRows() {
    return scenarios.stream().mapToLong(Scenario::rows).max().orElseThrow();
  }

  @Override
  public StorageOptions withServiceRoot(String url) {
    return new StorageOptions(export.withServiceRoot(url), scenarios, engines, replay, reuse);
  }
}
