package dev.plumbline.runners.measure;

import dev.plumbline.parity.Sha256;
import dev.plumbline.pipelines.report.ReportTime;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.CommandArm;
import dev.plumbline.runners.measure.arm.OtherBuild;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.Redaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line of the raw part. */
final class HeaderOf {
  private HeaderOf() {}

  static Header experiment(
      Experiment experiment, String runId, EnvironmentManifest environment, Optional<String> busy)
      throws IOException {
    List<ArmRecord> arms = new ArrayList<>();
    for (Arm arm : experiment.arms()) {
      arms.add(record(arm));
    }
    return new Header(
        Header.KIND,
        Header.VERSION,
        runId,
        ReportTime.now(),
        experiment.command(),
        experiment.scenario(),
        arms,
        experiment.sizes(),
        experiment.blocks(),
        experiment.warmIterations(),
        experiment.seed(),
        experiment.margin(),
        experiment.maxMinutes().isPresent() ? experiment.maxMinutes().getAsDouble() : null,
        experiment.sameOutput(),
        Json.mapper().valueToTree(environment),
        environment.fingerprint(),
        experiment.arms().stream().allMatch(WorkArm.class::isInstance) ? Mode.LOADED.label() : null,
        busy.orElse(null));
  }

  private static ArmRecord record(Arm arm) throws IOException {
    if (arm instanceof PipelineArm pipeline) {
      List<String> words = Redaction.arguments(pipeline.arguments());
      if (pipeline.build().isEmpty()) {
        return new ArmRecord(arm.name(), ArmRecord.PIPELINE, words);
      }
      OtherBuild other = pipeline.build().get();
      return new ArmRecord(
          arm.name(),
          ArmRecord.PIPELINE,
          words,
          Sha256.of(other.jar()),
          other.differing(pipeline.options()));
    }
    if (arm instanceof WorkArm work) {
      List<String> scenarios = work.works().stream().map(WorkArm.Work::scenario).toList();
      return new ArmRecord(arm.name(), ArmRecord.WORKS, scenarios);
    }
    List<String> words = Redaction.arguments(((CommandArm) arm).words());
    return new ArmRecord(arm.name(), ArmRecord.COMMAND, words);
  }
}
