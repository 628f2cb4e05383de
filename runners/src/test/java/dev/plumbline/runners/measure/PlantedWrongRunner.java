package dev.plumbline.runners.measure;

import dev.plumbline.runners.elt.Ledger;
import dev.plumbline.runners.elt.RunnerSession;
import dev.plumbline.runners.measure.fork.MeasureChild;
import dev.plumbline.runners.options.EltOptions;
import dev.plumbline.runners.options.RunnerKind;

/** Runs on the floor, whatever was asked for. */
public final class PlantedWrongRunner extends MeasureChild {
  @Override
  protected RunnerSession open(EltOptions options, Ledger ledger) {
    return RunnerSession.open(RunnerKind.FLOOR, options.parallelism());
  }
}
