package dev.plumbline.runners.study.engines;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one engine finds, by the name of the work, for all others to be held to. */
final class ReferenceResults {
  private ReferenceResults() {}

  static Map<String, Findings> of(Engine engine, EngineInput input, Path directory)
      throws IOException {
    Path folder = Files.createDirectories(directory.resolve("reference"));
    Map<String, Findings> results = new LinkedHashMap<>();
    for (EngineWork work : EngineWork.values()) {
      ResultFiles result = new ResultFiles(folder.toString(), work.scenario());
      results.put(work.scenario(), work.core(engine, input, result).run(work.input(input)));
    }
    return results;
  }
}
