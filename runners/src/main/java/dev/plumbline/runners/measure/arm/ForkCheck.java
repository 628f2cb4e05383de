package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.process.ForkPlan;
import java.util.List;
import java.util.Optional;

/**
 * Holds what a fork brought against what it was asked for: it could have done something else well.
 *
 * @param arm the arm
 * @param plan which fork it is
 * @param severalSizes whether other forks run other sizes
 */
record ForkCheck(PipelineArm arm, ForkPlan plan, boolean severalSizes) {

  /** How many runs it was asked for. */
  int runs() {
    return plan.sizes().size() * runsOfASize();
  }

  /** Whether just these are there, in order. */
  boolean complete(List<Iteration> iterations) {
    if (iterations.size() != runs()) {
      return false;
    }
    for (int i = 0; i < iterations.size(); i++) {
      Iteration run = iterations.get(i);
      if (run.sizePosition() != i / runsOfASize() || run.iteration() != i % runsOfASize()) {
        return false;
      }
    }
    return true;
  }

  /** The run as it was brought, or without its time if it is not what was asked for. */
  Iteration checked(Iteration run) {
    Cell cell = run.cell();
    Optional<Evidence> evidence = cell.shownEvidence();
    Optional<String> other = against(cell, plan.sizes().get(run.sizePosition()));
    if (other.isEmpty() || evidence.isEmpty()) {
      return run;
    }
    Cell invalid =
        new CellWriter(cell.scenario(), cell.engine(), cell.runner(), cell.rows())
            .invalid(other.get(), evidence.get());
    return run.withheld(invalid);
  }

  private int runsOfASize() {
    return 1 + plan.warmIterations();
  }

  private Optional<String> against(Cell cell, long size) {
    String runner = arm.options().running().runner().label();
    if (!cell.runner().equals(runner)) {
      return Optional.of("wrong runner: %s ran, %s was asked for".formatted(cell.runner(), runner));
    }
    if (!cell.scenario().equals(arm.options().pipeline())) {
      return Optional.of(
          "wrong pipeline: %s ran, %s was asked for"
              .formatted(cell.scenario(), arm.options().pipeline()));
    }
    long there =
        cell.shownEvidence().map(Evidence::input).map(Evidence.Input::mineRows).orElse(size);
    long expected = Math.min(size, there);
    if (expected < size && severalSizes) {
      return Optional.of(
          "the mine has %,d rows, fewer than the size %,d: sizes would be mixed up"
              .formatted(there, size));
    }
    return cell.rows() == expected
        ? Optional.empty()
        : Optional.of("%,d rows ran, %,d were asked for".formatted(cell.rows(), expected));
  }
}
