package dev.plumbline.runners.runner;

import static java.util.Objects.requireNonNullElse;

import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.clocks.StageSpan;
import dev.plumbline.transforms.clock.StageMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * The one reader of {@link StageMetrics}, of any Beam runner: attempted values, since what was done
 * twice was done. The same metric of several steps is one of their stage.
 */
final class StageMetricsReader {
  /** Without one of these a stage's work is not known, and the stage is left out. */
  private static final List<String> NEEDED =
      List.of(
          StageMetrics.ROWS,
          StageMetrics.RETRIES,
          StageMetrics.BUSY,
          StageMetrics.START,
          StageMetrics.END);

  private static final String PIECES = ".pieces";

  private final Map<String, Map<String, Long>> stages = new TreeMap<>();

  private StageMetricsReader() {}

  /** What the metrics tell of each stage, by its name. */
  static Map<String, StageEvidence> read(MetricResults results) {
    StageMetricsReader reader = new StageMetricsReader();
    MetricQueryResults ours =
        results.queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(StageMetrics.NAMESPACE))
                .build());
    for (MetricResult<Long> counter : ours.getCounters()) {
      reader.add(counter.getName().getName(), counter.getAttempted());
    }
    for (MetricResult<DistributionResult> distribution : ours.getDistributions()) {
      reader.add(distribution.getName().getName(), distribution.getAttempted());
    }
    Map<String, StageEvidence> evidence = new HashMap<>();
    reader.stages.forEach(
        (stage, values) -> {
          if (values.keySet().containsAll(NEEDED)) {
            evidence.put(stage, evidence(values));
          }
        });
    return evidence;
  }

  private void add(String name, long attempted) {
    of(name).merge(kind(name), attempted, Long::sum);
  }

  private void add(String name, DistributionResult attempted) {
    if (attempted.getCount() == 0) {
      return; // least and greatest of nothing are no instants
    }
    switch (kind(name)) {
      case StageMetrics.START -> of(name).merge(StageMetrics.START, attempted.getMin(), Math::min);
      case StageMetrics.END -> of(name).merge(StageMetrics.END, attempted.getMax(), Math::max);
      case StageMetrics.BUSY -> {
        of(name).merge(StageMetrics.BUSY, attempted.getSum(), Long::sum);
        of(name).merge(PIECES, attempted.getCount(), Long::sum);
      }
      default -> {
        // of no stage's
      }
    }
  }

  private Map<String, Long> of(String name) {
    return stages.computeIfAbsent(
        name.substring(0, name.length() - kind(name).length()), stage -> new HashMap<>());
  }

  /** What stands behind the stage, with its point. */
  private static String kind(String name) {
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }

  private static StageEvidence evidence(Map<String, Long> values) {
    return new StageEvidence(
        value(values, PIECES),
        value(values, StageMetrics.PAGES),
        value(values, StageMetrics.ROWS),
        value(values, StageMetrics.BYTES_IN),
        value(values, StageMetrics.BYTES_OUT),
        value(values, StageMetrics.RETRIES),
        value(values, StageMetrics.BUSY),
        new StageSpan(value(values, StageMetrics.START), value(values, StageMetrics.END)));
  }

  private static long value(Map<String, Long> values, String kind) {
    return requireNonNullElse(values.get(kind), 0L);
  }
}
