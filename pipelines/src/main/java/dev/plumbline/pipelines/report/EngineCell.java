package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.clocks.StageMicros;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Weighs the evidence of one work of one engine. Its time is the stage's span: from the start of
 * the work to its end, whatever the runner did in between; what came before and after belongs to
 * the runner.
 *
 * @param engine the engine
 * @param stage the stage that did the work
 * @param rows of the source
 * @param contentHash of the source's rows
 * @param table the table that this work took in
 * @param ran the pipeline that ran
 */
public record EngineCell(
    String engine,
    Stage stage,
    long rows,
    String contentHash,
    WrittenTable table,
    RanPipeline ran) {

  /**
   * The cell.
   *
   * @param mismatch in what the result differs from the reference; none if it is the same
   */
  public Cell of(Optional<String> mismatch) {
    Evidence evidence = evidence(mismatch.isPresent() ? "different" : "exact");
    CellWriter writer = new CellWriter(ran.spec().name(), engine, ran.runner().requested(), rows);
    Optional<String> against = mismatch.map(m -> "parity: " + m).or(() -> against(evidence));
    return against.isPresent()
        ? writer.invalid(against.get(), evidence)
        : writer.valid(evidence, timing());
  }

  private Cell.Timing timing() {
    StageEvidence told = Objects.requireNonNull(ran.evidence().get(stage.label()));
    double seconds = told.span().micros() / 1e6;
    StageMicros active = ran.times().micros().stages().get(stage.label());
    return new Cell.Timing(
        seconds,
        active == null ? null : Math.max(0, told.span().micros() - active.elapsed()) / 1e6,
        Math.round(rows / seconds * 10) / 10.0);
  }

  private Evidence evidence(String parity) {
    StageEvidence told = ran.evidence().get(stage.label());
    long attempted = told == null ? 0 : told.rows();
    return new Evidence(
        ran.runner(),
        new Evidence.Input("written files", rows, null, rows, contentHash),
        Map.of(stage.label(), new Evidence.Elements(attempted, table.rows())),
        0,
        ran.restarts(),
        parity);
  }

  private Optional<String> against(Evidence evidence) {
    if (!evidence.runner().actual().equals(evidence.runner().requested())) {
      return Optional.of(
          "wrong runner: %s ran, %s was asked for"
              .formatted(evidence.runner().actual(), evidence.runner().requested()));
    }
    Evidence.Elements counted = Objects.requireNonNull(evidence.elements().get(stage.label()));
    if (counted.attempted() != counted.expected()) {
      return Optional.of(
          "%s attempted %,d rows, expected %,d"
              .formatted(stage.label(), counted.attempted(), counted.expected()));
    }
    return evidence.restarts() > 0
        ? Optional.of("restarted: the runner started " + evidence.restarts() + " subtasks again")
        : Optional.empty();
  }
}
