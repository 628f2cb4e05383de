package dev.plumbline.runners.measure.fork;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.child.ForkPlan;
import dev.plumbline.runners.child.ForkRequest;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.measure.raw.Iteration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs all works of one arm of one block in a JVM of its own.
 *
 * @param start starts the JVM
 * @param arm the arm
 * @param plan which fork it is
 * @param timeoutSeconds after which it is stopped
 * @param archived whether its classes come from an archive, as those of all arms do
 */
record WorkFork(
    ForkStart start, WorkArm arm, ForkPlan plan, long timeoutSeconds, boolean archived) {

  /** Runs it in the directory, which exists; nothing is thrown for what goes wrong in the fork. */
  ForkTry run(Path directory) throws IOException, InterruptedException {
    ForkRequest request = ForkRequest.of(arm.task(), plan, arm.options());
    String runner = arm.how().runner().label();
    String work = archived ? ChildJvm.work(request.task(), runner, arm.name()) : null;
    return new JvmFork(
            start,
            new ChildJvm(arm.how().heap(), directory, false, work),
            ClassPath.forForks(),
            plan.block() == 0,
            timeoutSeconds,
            this::held,
            this::failed)
        .run(directory, request);
  }

  /** Every work so often, and nothing else, by its engine on this runner. */
  private JvmFork.Held held(List<Iteration> iterations) {
    List<String> expected = new ArrayList<>();
    String runner = arm.how().runner().label();
    for (WorkArm.Work work : arm.works()) {
      for (int i = 0; i <= plan.warmIterations(); i++) {
        expected.add(cell(work.scenario(), work.engine(), runner, i));
      }
    }
    List<String> found =
        iterations.stream()
            .map(Iteration::cell)
            .map(cell -> cell.scenario() + " " + cell.engine() + " " + cell.runner())
            .toList();
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      numbered.add(found.get(i) + " " + iterations.get(i).iteration());
    }
    boolean complete =
        numbered.stream().sorted().toList().equals(expected.stream().sorted().toList());
    return complete
        ? new JvmFork.Held(iterations, Optional.empty())
        : new JvmFork.Held(
            List.of(), Optional.of("brought %s, expected %s".formatted(numbered, expected)));
  }

  private static String cell(String scenario, String engine, String runner, int iteration) {
    return scenario + " " + engine + " " + runner + " " + iteration;
  }

  private List<Iteration> failed(String reason) {
    List<Iteration> cells = new ArrayList<>();
    for (WorkArm.Work work : arm.works()) {
      Cell cell =
          new CellWriter(work.scenario(), work.engine(), arm.how().runner().label(), work.rows())
              .failed(reason);
      cells.add(new Iteration(0, cells.size(), cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return cells;
  }
}
