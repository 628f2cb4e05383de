package dev.plumbline.runners.study.export;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.export.ExportPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.results.RunIds;
import dev.plumbline.runners.run.Beside;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.StartingRunner;
import dev.plumbline.runners.run.WorkflowEngine;
import dev.plumbline.runners.run.WorkflowSession;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.table.FileForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An export into files of one form, proven and reported like any other run.
 *
 * @param options what is exported, and how
 * @param form of the files
 * @param home an existing directory of this export, absolute; its files go into {@code artifacts}
 *     there
 */
record FormExport(WorkflowOptions options, FileForm form, Path home) {

  RunReport run() throws Exception {
    Ledger ledger = Ledger.ofThisJvm();
    Beside<Engine> engine = WorkflowEngine.startBeside(options, ledger);
    try (StartingRunner runner =
        StartingRunner.of(options.running().runner(), options.running().parallelism(), ledger)) {
      ExportPlan plan = ledger.time("plan", () -> WorkflowSession.plan(options));
      WorkflowSession session = new WorkflowSession(options, plan, engine.get(), runner.get());
      return session.run(spec(plan), home, RunIds.of(home), ledger, Map::of);
    }
  }

  private PipelineSpec spec(ExportPlan plan) throws Exception {
    Path artifacts = Files.createDirectories(home.resolve(EarlierExport.ARTIFACTS));
    SampleSpec sample = options.proof().paritySample().spec();
    boolean judged = options.proof().paritySideOutput();
    return switch (form) {
      case CSV -> ExportPipeline.csv(plan, artifacts, judged, sample);
      case PARQUET -> ExportPipeline.of(plan, artifacts, judged, sample);
    };
  }
}
