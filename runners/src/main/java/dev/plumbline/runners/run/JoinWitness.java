package dev.plumbline.runners.run;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets another engine than the one that ran do the same join over the same files, after the clock,
 * and compares the two. DuckDB is the witness of all engines but itself; its own is the Beam
 * engine's plain loop.
 *
 * @param options of the run
 * @param folder where the witness works; deleted afterwards
 */
record JoinWitness(WorkflowOptions options, Path folder) {

  /**
   * Compares.
   *
   * @param pipeline what ran, with files that hold its rows
   */
  Comparison compare(Engine ran, RanPipeline pipeline) throws Exception {
    Engines other = ran.name().equals(Engines.DUCKDB.label()) ? Engines.BEAM : Engines.DUCKDB;
    Files.createDirectories(folder);
    try {
      Engine witness =
          other.with(options.engine().settings(other, options.running().parallelism()));
      witness.start();
      SampleSpec sample = options.proof().paritySample().spec();
      List<WrittenFile> files =
          witness
              .join(Roles.of(pipeline.spec().digest().schema()), ResultFiles.ofRelation(folder))
              .run(table(pipeline))
              .files();
      return RelationProof.of(
          side(ran), relation(pipeline), witness.name() + " join, after the clock", files, sample);
    } finally {
      FileTree.delete(folder);
    }
  }

  /** What the relation of an engine that ran is called. */
  static String side(Engine ran) {
    return ran.name() + " join";
  }

  private static WrittenTable table(RanPipeline pipeline) {
    return pipeline.findings().tables().table();
  }

  /** The relation that the pipeline left. */
  static List<WrittenFile> relation(RanPipeline pipeline) {
    return pipeline.findings().tables().given().files();
  }
}
