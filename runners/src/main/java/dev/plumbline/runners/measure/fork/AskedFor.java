package dev.plumbline.runners.measure.fork;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.measure.raw.Iteration;
import java.util.List;
import java.util.Optional;

/**
 * Holds what a fork brought against what it was asked for: it could have done something else well.
 *
 * @param arm the arm
 * @param options what the fork was told
 */
record AskedFor(PipelineArm arm, ForkOptions options) {

  /** What of it was not asked for, or is missing; empty if it is just that. */
  Optional<String> against(List<Iteration> iterations) {
    int runs = 1 + options.warmIterations();
    int expected = options.sizes().size() * runs;
    if (iterations.size() != expected) {
      return Optional.of("brought %d runs, expected %d".formatted(iterations.size(), expected));
    }
    for (int i = 0; i < expected; i++) {
      Iteration run = iterations.get(i);
      if (run.sizePosition() != i / runs || run.iteration() != i % runs) {
        return Optional.of("run %d is none of those that were asked for".formatted(i + 1));
      }
      Optional<String> other = against(run.cell(), options.sizes().get(i / runs));
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  private Optional<String> against(Cell cell, long size) {
    String runner = arm.options().runner().label();
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
    return cell.rows() == expected
        ? Optional.empty()
        : Optional.of("%,d rows ran, %,d were asked for".formatted(cell.rows(), expected));
  }
}
