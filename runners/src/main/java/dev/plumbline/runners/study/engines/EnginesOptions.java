package dev.plumbline.runners.study.engines;

import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.StudyOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an {@code engines} run was asked for.
 *
 * @param export what is exported for the engines to work on, and how everything runs
 * @param engines the engines' names, each once; the first is the base
 * @param named whether they were asked for by name: then none may be missing
 * @param kinds the kinds of query that are exported, each once; of a replay, which artifacts
 * @param replay the artifacts to take instead of an export; null for an export
 * @param reuse whether an export of an earlier run may stand for the same of this one
 */
public record EnginesOptions(
    WorkflowOptions export,
    List<String> engines,
    boolean named,
    List<QueryKind> kinds,
    @Nullable ReplayPaths replay,
    boolean reuse)
    implements StudyOptions {
  /** Copies the lists; rejects engines that are unknown or named twice. */
  public EnginesOptions {
    engines = List.copyOf(engines);
    kinds = List.copyOf(kinds);
    if (new HashSet<>(engines).size() < engines.size()) {
      throw UsageException.of("--engines", String.join(",", engines), "each engine once");
    }
    for (String engine : engines) {
      if (Engines.of(engine).isEmpty()) {
        throw UsageException.of(
            "--engines", engine, "some of " + String.join(", ", Engines.labels()));
      }
    }
  }

  @Override
  public long mostRows() {
    return export.paging().rowsTarget();
  }

  @Override
  public EnginesOptions withServiceRoot(String url) {
    return new EnginesOptions(export.withServiceRoot(url), engines, named, kinds, replay, reuse);
  }
}
