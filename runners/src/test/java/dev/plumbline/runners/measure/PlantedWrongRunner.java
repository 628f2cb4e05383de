package dev.plumbline.runners.measure;

import dev.plumbline.runners.measure.fork.MeasureChild;
import dev.plumbline.runners.options.RunnerKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerSession;

/** Runs on the floor, whatever was asked for. */
public final class PlantedWrongRunner extends MeasureChild {
  @Override
  protected RunnerSession open(WorkflowOptions options, Ledger ledger) {
    return RunnerSession.open(RunnerKind.FLOOR, options.parallelism());
  }
}
