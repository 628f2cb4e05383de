package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.run.WorkflowSession;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sleeps in one stage until it has taken a given time: as long in every arm, but a little longer
 * with every block, which is drift; and in the arms called {@code plus5} and {@code plus20} 5 % and
 * 20 % longer, which is a defect. Whatever else the machine does, this time is the stage's.
 */
public final class PlantedSlowness extends MeasureChild {
  /** So long that the work itself fits in, also beside four other JVMs, where it took 643 ms. */
  private static final long BASE_MILLIS = 1_500;

  private static final double DRIFT_PER_BLOCK = 0.02;

  @Override
  protected PipelineSpec spec(ForkPlan fork, WorkflowSession session, Path directory)
      throws IOException {
    double factor =
        switch (fork.arm()) {
          case "plus5" -> 1.05;
          case "plus20" -> 1.20;
          default -> 1.0;
        };
    long millis = Math.round(BASE_MILLIS * factor * (1 + DRIFT_PER_BLOCK * fork.block()));
    PipelineSpec spec = session.spec(directory);
    List<Step> steps = spec.steps().stream().map(step -> slow(step, millis)).toList();
    return new PipelineSpec(spec.name(), spec.digest(), steps);
  }

  private static Step slow(Step step, long millis) {
    return step instanceof Step.OnTable table && table.stage() == Stage.ANALYTICS
        ? new Step.OnTable(table.stage(), table.source(), new Sleeper(table.core(), millis))
        : step;
  }

  private record Sleeper(TableCore core, long millis) implements TableCore {
    @Override
    public Findings run(WrittenTable table) {
      long start = System.nanoTime();
      Findings found = core.run(table);
      long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      if (taken > millis) {
        throw new IllegalStateException("the work itself took " + taken + " ms of " + millis);
      }
      try {
        Thread.sleep(millis - taken);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return found;
    }
  }
}
