package dev.plumbline.runners.run;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.proof.SourceRows;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.record.RecordingManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a run of ELT or ETL after its clock has stopped: it is proven, and its rows are
 * kept.
 *
 * @param options what was asked for
 * @param plan what was exported
 * @param engine the engine that ran
 * @param directory the run's directory, absolute
 */
record WorkflowProof(WorkflowOptions options, ExportPlan plan, Engine engine, Path directory) {
  private static final long MOST_ROWS_BESIDE = 1_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowProof.class);

  /**
   * Proves a run and keeps its rows; the ledger gets what that takes. The witness of the join needs
   * the rows' files, but not their proof, and whoever keeps the rows their proof, but not the
   * join's: so they work side by side, and rows that are right are kept whatever the join made of
   * them.
   */
  Proof of(RanPipeline ran, Ledger ledger) throws Exception {
    boolean joins = ran.spec().stages().contains(Stage.JOIN);
    boolean written = ran.spec().writeStage().isPresent();
    Path source = directory.resolve("source");
    boolean fits = plan.pages().rows() <= MOST_ROWS_BESIDE; // a witness may hold all rows
    try (Strand<Comparison> early =
        Strand.of(joins && written && fits, "witness", () -> witnessed(ran, ledger))) {
      Proof exported =
          ledger.time(
              "verify",
              () ->
                  Proof.of(ran.findings(), ran.spec(), plan.pages().rows(), truth())
                      .withMineRowsAfter(plan.mineRowsNow()));
      if (exported.mismatch().isPresent()) {
        return exported;
      }
      Optional<RanPipeline> rows = written ? Optional.of(ran) : rows(ran, exported, source, ledger);
      try (Strand<Boolean> kept =
          Strand.of(
              keeps(), "keep", () -> ledger.time("keep_artifacts", () -> keep(rows, exported)))) {
        Optional<Comparison> relations =
            early.work().isPresent() || !joins || rows.isEmpty()
                ? early.get()
                : Optional.of(witnessed(rows.get(), ledger));
        Proof proof =
            joins ? ledger.time("verify_join", () -> joined(exported, ran, relations)) : exported;
        kept.get();
        return proof;
      }
    } finally {
      FileTree.delete(source);
    }
  }

  private Comparison witnessed(RanPipeline rows, Ledger ledger) throws Exception {
    return ledger.time(
        "verify_join",
        () -> new JoinWitness(options, directory.resolve("witness")).compare(engine, rows));
  }

  /**
   * The run with files that hold its rows: for the while the source's, in a file of this folder.
   * None where only the mine has them.
   */
  private Optional<RanPipeline> rows(RanPipeline ran, Proof exported, Path folder, Ledger ledger)
      throws Exception {
    if (exported.rows().isEmpty()) {
      return Optional.empty();
    }
    Path file = Files.createDirectories(folder).resolve("rows.parquet");
    ParquetSpec columns = ParquetSpec.of(plan.schema(), plan.fetch().root().url()).handedOver();
    ReadableTable held = exported.rows().get().table();
    return Optional.of(
        ran.withRows(ledger.time("verify_join", () -> SourceRows.write(held, columns, file))));
  }

  /** A replayed run's rows are on the disk already. */
  private boolean keeps() {
    return options.keeping().artifacts() && options.mine().mineKind() != MineKind.RECORDED;
  }

  private boolean keep(Optional<RanPipeline> rows, Proof proof) throws IOException {
    Path artifacts = WorkflowSession.artifacts(directory);
    if (rows.isEmpty() || proof.digest().isEmpty()) {
      LOG.info(
          "the rows are not kept: no file of them was left, and {}",
          rows.isEmpty() ? "only the mine has them" : "the judge's side output was off");
      return false;
    }
    try {
      new KeptArtifacts(options, plan, artifacts).keep(rows.get(), proof);
    } catch (IOException e) {
      throw new IOException(
          "the rows cannot be kept for replays, in %s and %s: %s"
              .formatted(options.keeping().rowStreamDir(), artifacts, e),
          e);
    }
    return true;
  }

  /** With what another engine makes of the same rows, and the other workflow made of them. */
  private Proof joined(Proof exported, RanPipeline ran, Optional<Comparison> relations)
      throws IOException {
    Witness files =
        relations.isPresent()
            ? relations.get().left()
            : RelationProof.witness(
                JoinWitness.side(engine),
                JoinWitness.relation(ran),
                options.proof().paritySample().spec());
    Proof joined =
        seen(relations.map(with -> exported.with(Proof.JOIN, with)).orElse(exported), files);
    Optional<OtherWorkflow> other =
        exported.digest().isEmpty()
            ? Optional.empty()
            : OtherWorkflow.find(
                directory.resolveSibling(""),
                options.workflow().other(),
                exported.digest().get().content().hex());
    return other.isEmpty() ? joined : joined.with(Proof.WORKFLOWS, against(other.get(), ran));
  }

  private Comparison against(OtherWorkflow other, RanPipeline ran) {
    return RelationProof.of(
        options.pipeline() + " relation",
        JoinWitness.relation(ran),
        "%s relation of run %s".formatted(options.workflow().other().label(), other.runId()),
        other.files(),
        options.proof().paritySample().spec());
  }

  /** With the relation as join gave it out, held to its files. */
  private static Proof seen(Proof proof, Witness files) {
    return proof
        .verdict()
        .map(ParityVerdict::joined)
        .map(given -> new Witness("join side output", "packed pages", given))
        .map(given -> proof.with(Proof.RELATION, Comparison.of(given, files)))
        .orElse(proof);
  }

  private SourceTruth truth() throws RecordingUnreadable {
    if (options.mine().mineKind() == MineKind.LOCAL) {
      return new MineTruth(
          LocalMineConfig.of(options),
          plan.fetch().query().xml(),
          plan.schema().table().names(),
          plan.pages().rows());
    }
    Optional<Path> recorded = recorded();
    return recorded.isEmpty()
        ? SourceTruth.unknown()
        : RecordedTruth.of(Recording.read(recorded.get()), plan.schema(), plan.pages().rows());
  }

  /** Where the pages of this run lie, if they do. */
  private Optional<Path> recorded() {
    String replayed = options.pages().replayFrom();
    String kept = options.pages().recordTo();
    return Optional.ofNullable(replayed)
        .map(Path::of)
        .or(() -> Optional.ofNullable(kept).map(f -> RecordingManifest.partial(Path.of(f))));
  }
}
