package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ChildTask;
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
 * A way to do several works over files that are there, in a forked JVM: an engine, or a form of
 * file.
 *
 * @param name its name
 * @param task what the JVM does
 * @param options what it is told
 * @param prepared the directory in which what it works on was made ready, absolute
 * @param works the works, each once
 * @param how how everything runs
 */
public record WorkArm(
    String name,
    Class<? extends ChildTask> task,
    JsonNode options,
    Path prepared,
    List<Work> works,
    WorkflowOptions how)
    implements Arm {
  /**
   * A work.
   *
   * @param scenario what its cells are called
   * @param engine the engine that does it
   * @param rows the size of what comes in
   */
  public record Work(String scenario, String engine, long rows) {}

  /** Copies the list. */
  public WorkArm {
    works = List.copyOf(works);
  }

  @Override
  public ForkTry run(BlockPlan.Fork fork, ForkSetting setting, Path directory)
      throws IOException, InterruptedException {
    ForkPlan plan = setting.plan(this, fork, List.of(), prepared.toString());
    ForkRequest request = ForkRequest.of(task, plan, options);
    String runner = how.running().runner().label();
    String archive = setting.archived() ? ChildJvm.archiveName(request.task(), runner, name) : null;
    return new JvmFork(
            setting.start(),
            new ChildJvm(how.running().heap(), directory, false, archive),
            ClassPath.forForks(),
            plan.block() == 0,
            setting.timeoutSeconds(),
            iterations -> checked(iterations, plan),
            this::failed)
        .run(directory, request);
  }

  @Override
  public ArmRecord record() {
    return new ArmRecord(name, ArmRecord.WORKS, works.stream().map(Work::scenario).toList());
  }

  @Override
  public boolean worksOnFiles() {
    return true;
  }

  /** Every work so often, and nothing else, by its engine on this runner. */
  private JvmFork.Checked checked(List<Iteration> iterations, ForkPlan plan) {
    List<String> expected = new ArrayList<>();
    String runner = how.running().runner().label();
    for (Work work : works) {
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
        ? new JvmFork.Checked(iterations, Optional.empty())
        : new JvmFork.Checked(
            List.of(), Optional.of("brought %s, expected %s".formatted(numbered, expected)));
  }

  private static String cell(String scenario, String engine, String runner, int iteration) {
    return scenario + " " + engine + " " + runner + " " + iteration;
  }

  private List<Iteration> failed(String reason) {
    List<Iteration> cells = new ArrayList<>();
    for (Work work : works) {
      Cell cell =
          new CellWriter(
                  work.scenario(), work.engine(), how.running().runner().label(), work.rows())
              .failed(reason);
      cells.add(new Iteration(0, cells.size(), cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return cells;
  }
}
