package dev.plumbline.runners.measure.fork;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.ForkPlan;
import dev.plumbline.runners.child.ForkRequest;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one pipeline arm of one block in a JVM of its own.
 *
 * @param start starts the JVM
 * @param task what the JVM does
 * @param arm the arm, with the address of its mine
 * @param plan which fork it is
 * @param timeoutSeconds after which it is stopped
 * @param archived whether its classes come from an archive, as those of all arms do
 */
record PipelineFork(
    ForkStart start,
    Class<? extends ChildTask> task,
    PipelineArm arm,
    ForkPlan plan,
    long timeoutSeconds,
    boolean archived) {

  /** Runs it in the directory, which exists; nothing is thrown for what goes wrong in the fork. */
  ForkTry run(Path directory) throws IOException, InterruptedException {
    ForkRequest request = ForkRequest.of(task, plan, arm.told());
    WorkflowOptions options = arm.options();
    String work = archived ? ChildJvm.work(request.task(), options.distinction()) : null;
    return new JvmFork(
            start,
            new ChildJvm(options.heap(), directory, false, work),
            arm.classes(),
            plan.block() == 0,
            timeoutSeconds,
            this::held,
            this::failed)
        .run(directory, request);
  }

  private JvmFork.Held held(List<Iteration> iterations) {
    AskedFor asked = new AskedFor(arm, plan);
    if (!asked.complete(iterations)) {
      String found = "brought %d runs, expected %d";
      return new JvmFork.Held(
          List.of(), Optional.of(found.formatted(iterations.size(), asked.runs())));
    }
    return new JvmFork.Held(iterations.stream().map(asked::held).toList(), Optional.empty());
  }

  private List<Iteration> failed(String reason) {
    List<Iteration> cells = new ArrayList<>();
    for (int position = 0; position < plan.sizes().size(); position++) {
      Cell cell =
          new CellWriter(
                  arm.options().pipeline(),
                  arm.options().engine().name(),
                  arm.options().runner().label(),
                  plan.sizes().get(position))
              .failed(reason);
      cells.add(new Iteration(0, position, cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return cells;
  }
}
