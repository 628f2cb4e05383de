package dev.plumbline.runners.storage;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.export.ExportPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.child.RunIds;
import dev.plumbline.runners.engines.ExportedTable;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.runners.run.RunnerStart;
import dev.plumbline.runners.workflow.WorkflowSession;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An export into files of one form, proven and reported like any other run.
 *
 * @param report its report, with its stage model
 * @param files what it wrote
 */
record StorageExport(RunReport report, WrittenTable files) {

  /**
   * Exports.
   *
   * @param directory an existing directory of this export, absolute
   */
  static StorageExport of(WorkflowOptions options, FileForm form, Path directory) throws Exception {
    Ledger ledger = Ledger.ofThisJvm();
    ExportPlan plan = ledger.time("plan", () -> WorkflowSession.plan(options));
    Engine engine = WorkflowSession.startEngine(options, ledger);
    try (RunnerSession runner = RunnerStart.open(options.runner(), options.parallelism(), ledger)) {
      WorkflowSession session = new WorkflowSession(options, plan, engine, runner);
      Path artifacts = Files.createDirectories(directory.resolve("artifacts"));
      SampleSpec sample = options.paritySample().spec();
      boolean judged = options.paritySideOutput();
      PipelineSpec spec =
          switch (form) {
            case CSV -> ExportPipeline.csv(plan, artifacts, judged, sample);
            case PARQUET -> ExportPipeline.of(plan, artifacts, judged, sample);
          };
      RunReport report = session.run(spec, directory, RunIds.of(directory), ledger, Map::of);
      return new StorageExport(report, ExportedTable.of(report, directory));
    }
  }
}
