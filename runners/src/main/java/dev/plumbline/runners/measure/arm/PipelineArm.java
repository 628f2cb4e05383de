package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.parity.Sha256;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.process.ForkRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline with a set of options, in a forked JVM.
 *
 * @param name its name
 * @param arguments the options that tell it from the other arms, as they were given
 * @param options everything resolved; the size is that of each cell
 * @param build another build; empty for the running program
 */
public record PipelineArm(
    String name, List<String> arguments, WorkflowOptions options, Optional<OtherBuild> build)
    implements Arm {
  /** Copies the list. */
  public PipelineArm {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Optional<WorkflowOptions> export() {
    return Optional.of(options);
  }

  @Override
  public PipelineArm at(String serviceRoot) {
    return new PipelineArm(name, arguments, options.withServiceRoot(serviceRoot), build);
  }

  private ClassPath classes() {
    return build.map(OtherBuild::classes).orElseGet(ClassPath::forForks);
  }

  /** The options, as the build reads them that its JVMs run. */
  public JsonNode told() {
    return build
        .map(other -> other.told(options))
        .orElseGet(() -> Json.mapper().valueToTree(options));
  }

  @Override
  public ForkTry run(BlockPlan.Fork fork, ForkSetting setting, Path directory)
      throws IOException, InterruptedException {
    ForkPlan plan = setting.plan(this, fork, fork.sizes(), null);
    ForkRequest request = ForkRequest.of(setting.task(), plan, told());
    String archive =
        setting.archived() ? ChildJvm.archiveName(request.task(), options.distinction()) : null;
    return new JvmFork(
            setting.start(),
            new ChildJvm(options.running().heap(), directory, false, archive),
            classes(),
            plan.block() == 0,
            setting.timeoutSeconds(),
            iterations -> checked(iterations, plan, setting.severalSizes()),
            reason -> failed(reason, plan))
        .run(directory, request);
  }

  @Override
  public ArmRecord record() throws IOException {
    List<String> words = Redaction.arguments(arguments);
    if (build.isEmpty()) {
      return new ArmRecord(name, ArmRecord.PIPELINE, words);
    }
    OtherBuild other = build.get();
    String digest = Sha256.of(other.jar());
    return new ArmRecord(name, ArmRecord.PIPELINE, words, digest, other.differing(options));
  }

  private JvmFork.Checked checked(List<Iteration> iterations, ForkPlan plan, boolean severalSizes) {
    ForkCheck check = new ForkCheck(this, plan, severalSizes);
    if (!check.complete(iterations)) {
      String found = "brought %d runs, expected %d";
      return new JvmFork.Checked(
          List.of(), Optional.of(found.formatted(iterations.size(), check.runs())));
    }
    return new JvmFork.Checked(iterations.stream().map(check::checked).toList(), Optional.empty());
  }

  private List<Iteration> failed(String reason, ForkPlan plan) {
    List<Iteration> cells = new ArrayList<>();
    for (int position = 0; position < plan.sizes().size(); position++) {
      Cell cell =
          new CellWriter(
                  options.pipeline(),
                  options.engine().name(),
                  options.running().runner().label(),
                  plan.sizes().get(position))
              .failed(reason);
      cells.add(new Iteration(0, position, cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return cells;
  }
}
