package dev.plumbline.pipelines.report;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.transforms.table.WrittenFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Weighs the evidence of a run: whether its cell may show a time. */
final class CellBuilder {
  private final RanPipeline ran;
  private final ExportPlan plan;
  private final Proof proof;
  private final ShownNames shown;

  CellBuilder(RanPipeline ran, ExportPlan plan, Proof proof, ShownNames shown) {
    this.ran = ran;
    this.plan = plan;
    this.proof = proof;
    this.shown = shown;
  }

  Cell cell(String engine) {
    Evidence evidence = evidence();
    Optional<String> against = against(evidence);
    long rows = plan.pages().rows();
    CellWriter writer = new CellWriter(ran.spec().name(), engine, ran.runner().requested(), rows);
    if (against.isPresent()) {
      return writer.invalid(against.get(), evidence);
    }
    return proof.compared()
        ? writer.valid(evidence, timing(rows))
        : writer.notValidated(uncompared(), evidence);
  }

  private String uncompared() {
    return ran.spec().writeStage().isPresent()
        ? "the content of the files was compared with nothing"
        : "no file of the rows was left, and what was decoded was compared with nothing";
  }

  private Cell.Timing timing(long rows) {
    RunMicros micros = ran.times().micros();
    double wall = StageTable.seconds(micros.wall());
    Double unattributed =
        ran.times().stages().isEmpty() ? null : StageTable.seconds(micros.unattributed());
    return new Cell.Timing(wall, unattributed, Math.round(rows / wall * 10) / 10.0);
  }

  private Evidence evidence() {
    StageEvidence fetch = ran.evidence().get(Stage.FETCH.label());
    return new Evidence(
        ran.runner(),
        new Evidence.Input(
            plan.fetch().root().url(),
            plan.mineRows(),
            proof.mineRowsAfter().isPresent() ? proof.mineRowsAfter().getAsLong() : null,
            plan.pages().rows(),
            proof.digest().map(digest -> digest.content().hex()).orElse(null)),
        elements(),
        fetch == null ? 0 : fetch.retries(),
        ran.restarts(),
        proof.mismatch().isPresent() ? "different" : proof.compared() ? "exact" : "not_validated");
  }

  private Map<String, Evidence.Elements> elements() {
    Map<String, Evidence.Elements> elements = new LinkedHashMap<>();
    ran.served() // else a cache before it could be what was measured
        .ifPresent(
            rows ->
                elements.put(RanPipeline.SERVED, new Evidence.Elements(rows, plan.pages().rows())));
    long expected = plan.pages().rows();
    for (Stage stage : ran.spec().stages()) {
      StageEvidence told = ran.evidence().get(stage.label());
      elements.put(stage.label(), new Evidence.Elements(told == null ? 0 : told.rows(), expected));
      expected = left(stage).orElse(expected);
    }
    return elements;
  }

  /** The rows that the stages behind this one take up, if it left others than it took. */
  private Optional<Long> left(Stage stage) {
    return ran.findings()
        .tables()
        .found(stage.label())
        .map(found -> found.findings().files())
        .filter(files -> !files.isEmpty())
        .map(files -> files.stream().mapToLong(WrittenFile::rows).sum());
  }

  private Optional<String> against(Evidence evidence) {
    if (proof.mismatch().isPresent()) {
      return proof.mismatch(shown::name).map(m -> "parity: " + m + firstLost());
    }
    if (!evidence.runner().actual().equals(evidence.runner().requested())) {
      return Optional.of(
          "wrong runner: %s ran, %s was asked for"
              .formatted(evidence.runner().actual(), evidence.runner().requested()));
    }
    Optional<String> untold =
        ran.spec().stages().stream()
            .map(Stage::label)
            .filter(stage -> !ran.evidence().containsKey(stage))
            .findFirst();
    if (untold.isPresent()) {
      return Optional.of("the runner's metrics tell no rows or retries of " + untold.get());
    }
    Evidence.Elements served = evidence.elements().get(RanPipeline.SERVED);
    if (served != null && served.attempted() < served.expected()) {
      return Optional.of(
          "the mine served %,d rows of %,d: something else gave the answer"
              .formatted(served.attempted(), served.expected()));
    }
    for (Map.Entry<String, Evidence.Elements> stage : evidence.elements().entrySet()) {
      if (stage.getKey().equals(RanPipeline.SERVED)) {
        continue; // more than expected: others ask the mine, too
      }
      if (stage.getValue().attempted() != stage.getValue().expected()) {
        return Optional.of(
            "%s attempted %,d rows, expected %,d"
                .formatted(
                    stage.getKey(), stage.getValue().attempted(), stage.getValue().expected()));
      }
    }
    Long after = evidence.input().mineRowsAfter();
    if (after != null && after != plan.mineRows()) {
      return Optional.of(
          "the mine changed: it had %,d rows before the export and %,d after it"
              .formatted(plan.mineRows(), after));
    }
    if (evidence.retries() > 0) {
      return Optional.of(
          "retried: " + evidence.retries() + " requests failed before they succeeded");
    }
    return evidence.restarts() > 0
        ? Optional.of("restarted: the runner started " + evidence.restarts() + " subtasks again")
        : Optional.empty();
  }

  /** Which page did not bring what it should have. */
  private String firstLost() {
    if (proof.firstLost().isEmpty()) {
      return "";
    }
    return "; the first row that was lost or changed is "
        + plan.place(proof.firstLost().getAsLong());
  }
}
