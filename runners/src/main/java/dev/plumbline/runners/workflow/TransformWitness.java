package dev.plumbline.runners.workflow;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.proof.TransformProof;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets another engine than the one that ran do the same transform over the same files, after the
 * clock, and compares the two. DuckDB is the witness of all engines but itself; its own is the Beam
 * engine's plain loop.
 *
 * @param options of the run
 * @param folder where the witness works; deleted afterwards
 */
record TransformWitness(WorkflowOptions options, Path folder) {

  Comparison compare(Engine ran, RanPipeline pipeline) throws Exception {
    Engines other = ran.name().equals(Engines.DUCKDB.label()) ? Engines.BEAM : Engines.DUCKDB;
    Files.createDirectories(folder);
    try {
      Engine witness = other.with(options.engine().settings(other, options.parallelism()));
      witness.start();
      SampleSpec sample = options.paritySample().spec();
      List<WrittenFile> files =
          witness
              .transform(
                  Roles.of(pipeline.spec().digest().schema()),
                  new ResultFiles(folder.toString(), Stage.TRANSFORM.label()))
              .run(table(pipeline))
              .files();
      return TransformProof.of(
          ran.name() + " transform",
          transform(pipeline),
          witness.name() + " transform, after the clock",
          files,
          sample);
    } finally {
      FileTree.delete(folder);
    }
  }

  private static WrittenTable table(RanPipeline pipeline) {
    return pipeline.findings().tables().table();
  }

  /** The relation that ran. */
  static List<WrittenFile> transform(RanPipeline pipeline) {
    return pipeline.findings().tables().findings().stream()
        .filter(found -> found.stage().equals(Stage.TRANSFORM.label()))
        .map(StageFindings::findings)
        .map(Findings::files)
        .findFirst()
        .orElseThrow();
  }
}
