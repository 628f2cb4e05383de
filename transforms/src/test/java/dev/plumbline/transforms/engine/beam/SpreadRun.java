package dev.plumbline.transforms.engine.beam;

import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.SpreadableWork;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * A work that was spread over a runner.
 *
 * @param found what it found
 * @param countedRows what the stage's counter of rows came to
 * @param intervals what it noted
 */
record SpreadRun(StageFindings found, long countedRows, List<StageInterval> intervals) {
  static final String STAGE = "some_stage";
  private static final int SHARDS = 2;

  /** By run: the runners of the tests share this JVM. */
  private static final Map<String, TableRun> DONE = new ConcurrentHashMap<>();

  static SpreadRun of(TableCore core, WrittenTable table, CorrectnessRunner runner) {
    String id = UUID.randomUUID().toString();
    Pipeline pipeline = Pipeline.create(runner.options());
    pipeline
        .apply(Create.of(TableRun.of(table)).withCoder(SerializableCoder.of(TableRun.class)))
        .apply(STAGE, ((SpreadableWork) core).spread(new StageClock(id, STAGE), SHARDS))
        .apply(MapElements.into(TypeDescriptors.strings()).via(run -> done(id, run)));
    try (IntervalLog log = IntervalLog.open(id, interval -> {})) {
      PipelineResult result = pipeline.run();
      result.waitUntilFinish();
      TableRun run = DONE.remove(id);
      return new SpreadRun(run.findings().get(0), rows(result), log.intervals());
    }
  }

  Findings findings() {
    return found.findings();
  }

  private static String done(String id, TableRun run) {
    DONE.put(id, run);
    return id;
  }

  private static long rows(PipelineResult result) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(StageMetrics.NAMESPACE, STAGE + ".rows"))
            .build();
    long rows = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      rows += counter.getAttempted();
    }
    return rows;
  }
}
