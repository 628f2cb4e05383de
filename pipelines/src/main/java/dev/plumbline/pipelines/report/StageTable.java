package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.pipelines.clocks.StageMicros;
import dev.plumbline.pipelines.clocks.StageTime;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.WrittenFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stage records of a run that has ended. */
final class StageTable {
  private final RanPipeline ran;
  private final RunMicros micros;

  StageTable(RanPipeline ran) {
    this.ran = ran;
    this.micros = ran.times().micros();
  }

  /** All stages of the stage model, with or without times. */
  StageModel model(boolean times) {
    Map<String, StageRecord> stages = new LinkedHashMap<>();
    for (Stage stage : Stage.ofStageModel()) {
      StageRecord filled = record(stage);
      stages.put(stage.label(), times ? filled : filled.withoutTimes());
    }
    return new StageModel(StageModel.VERSION, ran.spec().name(), stages);
  }

  /** Every stage that ran, with or without times. */
  Map<String, StageTiming> timings(boolean times) {
    Map<String, StageTiming> timings = new LinkedHashMap<>();
    Set<Stage> inOrder = new LinkedHashSet<>(ran.spec().stages());
    inOrder.addAll(List.of(Stage.values()));
    for (Stage stage : inOrder) {
      StageTime time = ran.times().stages().get(stage.label());
      StageMicros rounded = micros.stages().get(stage.label());
      if (time != null && rounded != null) {
        StageTiming filled =
            new StageTiming(
                record(stage),
                seconds(rounded.busy()),
                seconds(rounded.attributed()),
                stage == Stage.FETCH ? time.bytesIn() : null);
        timings.put(stage.label(), times ? filled : filled.withoutTimes());
      }
    }
    return timings;
  }

  private StageRecord record(Stage stage) {
    StageTime time = ran.times().stages().get(stage.label());
    StageMicros rounded = micros.stages().get(stage.label());
    if (time == null || rounded == null) {
      return StageRecord.disabled();
    }
    Optional<StageFindings> findings =
        ran.findings().tables().findings().stream()
            .filter(f -> f.stage().equals(stage.label()))
            .findFirst();
    return new StageRecord(
        true,
        seconds(rounded.elapsed()),
        seconds(rounded.cpu()),
        findings.map(StageFindings::peakRssBytes).filter(bytes -> bytes > 0).orElse(null),
        time.rows(),
        stage == Stage.FETCH ? time.retries() : null,
        stage == Stage.FETCH ? null : time.bytesIn(),
        bytesOut(time),
        parquetBytes(stage, findings),
        findings.map(f -> f.findings().resultHash()).orElse(null),
        time.allocatedBytes());
  }

  private static @Nullable Long bytesOut(StageTime time) {
    return time.bytesOut() > 0 ? time.bytesOut() : null;
  }

  private @Nullable Long parquetBytes(Stage stage, Optional<StageFindings> findings) {
    if (stage == ran.spec().writeStage()) {
      return ran.findings().tables().table().sizeBytes();
    }
    return findings
        .map(f -> f.findings().files().stream().mapToLong(WrittenFile::sizeBytes).sum())
        .filter(bytes -> bytes > 0)
        .orElse(null);
  }

  /** Whole microseconds as seconds. */
  static double seconds(long micros) {
    return micros / 1e6;
  }
}
