package dev.plumbline.runners.study;

import dev.plumbline.pipelines.clocks.StageMicros;
import dev.plumbline.pipelines.report.RanPipeline;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each stage of a run was at work, in seconds by name. */
final class StageSeconds {
  private StageSeconds() {}

  static Map<String, Double> of(RanPipeline ran) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, StageMicros> stage : ran.times().micros().stages().entrySet()) {
      seconds.put(stage.getKey(), stage.getValue().elapsed() / 1e6);
    }
    return seconds;
  }
}
