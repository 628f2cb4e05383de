package dev.plumbline.runners.measure;

import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;

/** Runs on the floor, whatever was asked for. */
public final class PlantedWrongRunner extends MeasureChild {
  @Override
  protected RunnerSession open(WorkflowOptions options, Ledger ledger) {
    return Runners.FLOOR.open(options.running().parallelism());
  }
}
