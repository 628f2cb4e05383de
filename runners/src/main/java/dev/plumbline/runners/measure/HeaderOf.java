package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.ReportTime;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.options.Json;
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
      arms.add(arm.record());
    }
    return new Header(
        Header.KIND,
        new Envelope(
            Header.VERSION,
            runId,
            ReportTime.now(),
            experiment.command(),
            null,
            Json.mapper().valueToTree(environment)),
        experiment.scenario(),
        arms,
        experiment.sizes(),
        experiment.blocks(),
        experiment.warmIterations(),
        experiment.seed(),
        experiment.margin(),
        experiment.maxMinutes().isPresent() ? experiment.maxMinutes().getAsDouble() : null,
        experiment.sameOutput(),
        environment.fingerprint(),
        experiment.arms().stream().allMatch(Arm::worksOnFiles) ? Mode.LOADED.label() : null,
        busy.orElse(null));
  }
}
