package dev.plumbline.pipelines.floor;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.TimedTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Runs a {@link PipelineSpec} as a plain loop: the fetch stage's workers, and a fixed number of
 * threads that each decode a page, show it to the judge and write it into a file of their own, or
 * keep it for a join that takes pages; then the stages on the table, one by one.
 */
public final class FloorRun {
  private FloorRun() {}

  /**
   * Runs the pipeline.
   *
   * @param runId the run whose interval log the stages write
   * @param threads how many threads decode and write
   */
  public static RunFindings run(PipelineSpec spec, String runId, int threads)
      throws IOException, InterruptedException {
    if (spec.steps().get(0) instanceof Step.Written written) {
      TableRun run = TableRun.of(written.table());
      for (Step step : spec.steps()) {
        run = onTable(step, runId, run);
      }
      return new RunFindings(run, Optional.empty());
    }
    Step.Fetch fetch = only(spec, Step.Fetch.class);
    Step.Decode decode = only(spec, Step.Decode.class);
    ExportLoop loop = new ExportLoop(spec.digest(), decode, spec.write(), runId);
    TableRun run = TableRun.of(loop.run(fetch, threads));
    FloorJudge judge = new FloorJudge(spec, runId, threads);
    if (spec.write().isPresent()) {
      judge.handed(loop.pages(), spec.write().get(), run.table());
    }
    for (Step step : spec.steps()) {
      run =
          step instanceof Step.JoinPages join
              ? joined(join, loop, judge, runId)
              : onTable(step, runId, run);
      judge.look(step, run.given());
    }
    return new RunFindings(
        run, decode.judged() ? Optional.of(judge.verdict(loop.digest())) : Optional.empty());
  }

  private static TableRun joined(
      Step.JoinPages join, ExportLoop loop, FloorJudge judge, String runId) {
    List<PackedPage> pages = loop.takePages();
    judge.handed(loop.pages(), pages);
    return TimedTable.run(join.work(), clock(runId, join.stage()), pages).value();
  }

  private static TableRun onTable(Step step, String runId, TableRun run) {
    TableCore core =
        step instanceof Step.OnTable work
            ? work.core()
            : step instanceof Step.JoinHandedOver join ? join.core() : null;
    return core == null ? run : new TimedTable(core, clock(runId, step.stage())).run(run).value();
  }

  static StageClock clock(String runId, Stage stage) {
    return new StageClock(runId, stage.label());
  }

  private static <T extends Step> T only(PipelineSpec spec, Class<T> kind) {
    return spec.steps().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce(
            (a, b) -> {
              throw new IllegalArgumentException(
                  "The floor runs one " + kind.getSimpleName() + " step, found two");
            })
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Pipeline '" + spec.name() + "' has no " + kind.getSimpleName()));
  }
}
