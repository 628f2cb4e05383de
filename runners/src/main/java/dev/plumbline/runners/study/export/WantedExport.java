package dev.plumbline.runners.study.export;

import dev.plumbline.pipelines.report.Artifact;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.results.ReportFile;
import dev.plumbline.runners.run.WorkflowChild;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An export that is needed. Where an earlier run in the same results folder has done it, and every
 * file is what it was, its files are taken; else it is done, proven, and left for later runs.
 */
public final class WantedExport {
  private static final Logger log = LoggerFactory.getLogger(WantedExport.class);

  private final WorkflowOptions options;
  private final FileForm form;
  private final Path home;
  private final boolean reuse;
  private Provenance provenance = Provenance.OWN;
  private @Nullable WrittenTable files;

  /**
   * An export.
   *
   * @param home an existing, empty directory of this export, absolute; the report of the export
   *     lies there, too
   * @param reuse whether an earlier one may stand for it
   */
  public WantedExport(WorkflowOptions options, FileForm form, Path home, boolean reuse) {
    this.options = options;
    this.form = form;
    this.home = home;
    this.reuse = reuse;
  }

  /**
   * Takes or does it.
   *
   * @param begunNanos when this JVM began
   * @throws StudyEnded if its proof speaks against it
   */
  public void make(long begunNanos) throws Exception {
    Optional<ExportIdentity> identity = ExportIdentity.of(options, form);
    if (reuse && identity.isPresent() && take(identity.get())) {
      return;
    }
    log.info("exporting {} rows into {}", options.paging().rowsTarget(), form.label());
    RunReport report = new FormExport(options, form, home).run();
    ReportFile.write(home, report);
    ChildOutcome outcome = WorkflowChild.outcome(report.cell(), true, begunNanos);
    if (outcome.exitCode() != ExitCode.DONE.code()) {
      throw new StudyEnded(outcome);
    }
    files = new WrittenTable(report.artifacts().stream().map(file -> file.in(home)).toList());
    if (identity.isPresent()) {
      String content =
          Objects.requireNonNull(report.cell().shownEvidence().orElseThrow().input().contentHash());
      leave(identity.get(), report.envelope().createdAt(), null, content, report.artifacts());
    }
  }

  private boolean take(ExportIdentity identity) throws IOException {
    Path results = Path.of(options.output().resultsDir()).toAbsolutePath();
    String newest = null;
    for (EarlierExport earlier : new EarlierExports(results).of(identity)) {
      Optional<String> spoilt = earlier.bring(home);
      if (spoilt.isEmpty()) {
        ExportRecord record = earlier.record();
        files = earlier.table(home);
        provenance = Provenance.of(earlier.firstRun(), record.exportedAt());
        leave(
            identity,
            record.exportedAt(),
            earlier.firstRun(),
            record.contentHash(),
            record.files());
        log.info(
            "{} rows of {} {}",
            options.paging().rowsTarget(),
            form.label(),
            provenance.remark().orElseThrow());
        return true;
      }
      log.warn("an earlier export is not reused: {}", spoilt.get());
      newest = newest == null ? spoilt.get() : newest;
    }
    provenance = newest == null ? Provenance.OWN : Provenance.anew(newest);
    return false;
  }

  private void leave(
      ExportIdentity identity,
      String exportedAt,
      @Nullable String firstRun,
      String content,
      List<Artifact> artifacts)
      throws IOException {
    new ExportRecord(ExportRecord.VERSION, identity, exportedAt, firstRun, content, artifacts)
        .write(home);
  }

  /** Its files, once it is made. */
  public WrittenTable files() {
    return Objects.requireNonNull(files);
  }

  /** Where they come from, once it is made. */
  public Provenance provenance() {
    return provenance;
  }
}
