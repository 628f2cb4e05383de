package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.pipelines.clocks.StageEvidence;
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
      StageEvidence told = ran.evidence().get(stage.label());
      StageMicros rounded = micros.stages().get(stage.label());
      if (told != null) {
        long busy = RunMicros.rounded(told.busyNanos());
        StageTiming filled =
            new StageTiming(
                record(stage),
                seconds(rounded == null ? busy : Math.max(busy, rounded.elapsed())),
                seconds(told.span().micros()),
                rounded == null ? null : seconds(rounded.attributed()),
                stage == Stage.FETCH ? told.bytesIn() : null);
        timings.put(stage.label(), times ? filled : filled.withoutTimes());
      }
    }
    return timings;
  }

  private StageRecord record(Stage stage) {
    StageEvidence told = ran.evidence().get(stage.label());
    if (told == null) {
      return StageRecord.disabled();
    }
    StageTime logged = ran.times().stages().get(stage.label());
    StageMicros rounded = micros.stages().get(stage.label());
    Optional<StageFindings> findings = ran.findings().tables().found(stage.label());
    return new StageRecord(
        true,
        rounded == null ? null : seconds(rounded.elapsed()),
        rounded == null ? null : seconds(rounded.cpu()),
        findings.map(StageFindings::peakRssBytes).filter(bytes -> bytes > 0).orElse(null),
        told.rows(),
        stage == Stage.FETCH ? told.retries() : null,
        stage == Stage.FETCH ? null : told.bytesIn(),
        told.bytesOut() > 0 ? told.bytesOut() : null,
        parquetBytes(stage, findings),
        findings.map(f -> f.findings().resultHash()).orElse(null),
        logged == null ? null : logged.allocatedBytes());
  }

  private @Nullable Long parquetBytes(Stage stage, Optional<StageFindings> findings) {
    if (ran.spec().writeStage().filter(stage::equals).isPresent()) {
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
