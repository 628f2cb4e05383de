package dev.plumbline.pipelines.elt;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.decode.DecodeSpec;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.ResultFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * ELT: export rows, load them as Parquet, then let an engine scan the loaded files, group and join
 * them, and sum up the relation.
 */
public final class EltPipeline {
  /** The pipeline's name, on the command line and as scenario. */
  public static final String NAME = "elt";

  /** What it does: figures of another definition are not compared with these. */
  public static final String DEFINITION =
      NAME + ": fetch, decode, parquet_write, scan, join, analytics";

  private EltPipeline() {}

  /**
   * The pipeline.
   *
   * @param plan what is exported
   * @param engine what works on the loaded files
   * @param artifacts an existing directory: the loaded rows go into {@code parquet/}, the relation
   *     to {@code relation.parquet}, or into parts of that name
   * @param judged whether the judge takes side outputs of the producing stages
   * @param sample which of the rows it samples
   */
  public static PipelineSpec of(
      ExportPlan plan, Engine engine, Path artifacts, boolean judged, SampleSpec sample) {
    String mine = plan.fetch().root().url();
    TableSchema schema = plan.schema().table();
    Roles roles = Roles.of(schema);
    ResultFiles result = ResultFiles.ofRelation(artifacts);
    Stage scan = Stage.scanOf(engine.name());
    return new PipelineSpec(
        NAME,
        new DigestSpec(schema, plan.schema().identifier().stream().toList(), sample),
        List.of(
            new Step.Fetch(plan.fetch(), plan.pages()),
            new Step.Decode(new DecodeSpec(mine, plan.schema()), judged),
            new Step.Write(
                Stage.PARQUET_WRITE,
                Stage.DECODE,
                ParquetSpec.of(plan.schema(), mine).judged(judged),
                artifacts.resolve("parquet").toAbsolutePath().toString()),
            new Step.OnTable(scan, Stage.PARQUET_WRITE, engine.scan(schema)),
            new Step.OnTable(Stage.JOIN, scan, engine.join(roles, result)),
            new Step.OnTable(Stage.ANALYTICS, Stage.JOIN, engine.sums())));
  }
}
