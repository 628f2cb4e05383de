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
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.parquet.ParquetSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * ELT: export rows, load them as Parquet, then let DuckDB scan, analyse and transform the loaded
 * files.
 */
public final class EltPipeline {
  /** The pipeline's name, on the command line and as scenario. */
  public static final String NAME = "elt";

  private EltPipeline() {}

  /**
   * The pipeline.
   *
   * @param plan what is exported
   * @param engine what works on the loaded files
   * @param artifacts an existing directory: the loaded rows go into {@code parquet/}, the result to
   *     {@code transform.parquet}
   * @param judged whether the judge takes a side output of decode
   * @param sample which of the rows it samples
   */
  public static PipelineSpec of(
      ExportPlan plan, Engine engine, Path artifacts, boolean judged, SampleSpec sample) {
    String mine = plan.fetch().root().url();
    TableSchema schema = plan.schema().table();
    Roles roles = Roles.of(schema);
    ResultFiles result =
        new ResultFiles(artifacts.toAbsolutePath().toString(), Stage.TRANSFORM.label());
    return new PipelineSpec(
        NAME,
        new DigestSpec(schema, plan.schema().identifier().stream().toList(), sample),
        List.of(
            new Step.Fetch(plan.fetch(), plan.pages()),
            new Step.Decode(new DecodeSpec(mine, plan.schema()), judged),
            new Step.Write(
                Stage.PARQUET_WRITE,
                Stage.DECODE,
                ParquetSpec.of(plan.schema(), mine),
                artifacts.resolve("parquet").toAbsolutePath().toString()),
            new Step.OnTable(Stage.DUCKDB_SCAN, Stage.PARQUET_WRITE, engine.scan(schema)),
            new Step.OnTable(Stage.ANALYTICS, Stage.DUCKDB_SCAN, engine.analytics(roles)),
            new Step.OnTable(Stage.TRANSFORM, Stage.ANALYTICS, engine.transform(roles, result))));
  }
}
