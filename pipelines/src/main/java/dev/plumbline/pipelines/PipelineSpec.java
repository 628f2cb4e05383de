package dev.plumbline.pipelines;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.transforms.table.FileForm;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

  /** The stages, in order. */
  public List<Stage> stages() {
    return steps.stream().map(Step::stage).toList();
  }

  /** The form of the files that rows are written into. */
  public FileForm form() {
    return steps.stream()
        .filter(Step.Write.class::isInstance)
        .map(step -> ((Step.Write) step).form())
        .findFirst()
        .orElse(FileForm.PARQUET);
  }

  /**
   * The stage that writes the rows into files, or would have written those that are there.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Stage writeStage() {
    return steps.stream()
        .filter(step -> step instanceof Step.Write || step instanceof Step.Written)
        .map(Step::stage)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Pipeline '" + name + "' writes no rows"));
  }

  /** Whether the judge has a side output somewhere. */
  public boolean judged() {
    return steps.stream().anyMatch(step -> step instanceof Step.Decode decode && decode.judged());
  }
}
