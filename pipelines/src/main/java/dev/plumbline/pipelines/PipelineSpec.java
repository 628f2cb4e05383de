package dev.plumbline.pipelines;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.SpreadableWork;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pipeline as one value: its stages' cores and the edges between them. The Beam graph and the
 * floor are both made from it, so that they do the same work.
 *
 * @param name the scenario, such as {@code elt}
 * @param digest the rows that pass through it, and what the judge digests of them
 * @param steps the stages, each behind the one whose output it takes
 */
public record PipelineSpec(String name, DigestSpec digest, List<Step> steps) {
  /** Copies the steps; rejects a stage that occurs twice, or comes before its input. */
  public PipelineSpec {
    steps = List.copyOf(steps);
    Set<Stage> seen = EnumSet.noneOf(Stage.class);
    for (Step step : steps) {
      if (step.input().isPresent() && !seen.contains(step.input().get())) {
        throw new IllegalArgumentException(
            "Stage %s takes the output of %s, which does not come before it"
                .formatted(step.stage().label(), step.input().get().label()));
      }
      if (!seen.add(step.stage())) {
        throw new IllegalArgumentException("Stage " + step.stage().label() + " occurs twice");
      }
    }
  }

  /** The same pipeline as another scenario. */
  public PipelineSpec named(String scenario) {
    return new PipelineSpec(scenario, digest, steps);
  }

  /** All that has a clock, in order. */
  public List<Stage> stages() {
    return steps.stream().flatMap(step -> step.clocks().stream()).toList();
  }

  /** The step that writes the rows into files; none where they are there already. */
  public Optional<Step.Write> write() {
    return steps.stream()
        .flatMap(
            step ->
                step instanceof Step.Write write
                    ? Stream.of(write)
                    : step instanceof Step.JoinHandedOver join
                        ? Stream.of(join.handover())
                        : Stream.of())
        .findFirst();
  }

  /** The form of the files that rows are written into. */
  public FileForm form() {
    return write().map(Step.Write::form).orElse(FileForm.PARQUET);
  }

  /**
   * The stage that writes the rows into files, or would have written those that are there; none
   * where rows are joined as pages.
   */
  public Optional<Stage> writeStage() {
    return write()
        .map(Step.Write::stage)
        .or(() -> stages().stream().filter(stage -> stage == Stage.WRITTEN).findFirst());
  }

  /** Whether the judge has a side output somewhere. */
  public boolean judged() {
    return steps.stream().anyMatch(step -> step instanceof Step.Decode decode && decode.judged());
  }

  /** Whether some of its steps spread a table, or pages, over the workers of a Beam runner. */
  public boolean spreads() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof Step.JoinPages
                    || (step instanceof Step.OnTable work && work.core() instanceof SpreadableWork)
                    || (step instanceof Step.JoinHandedOver join
                        && join.core() instanceof SpreadableWork));
  }
}
