package dev.plumbline.pipelines.etl;

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
 * ETL: export rows, hand them to an engine, let it transform them, and load only the result, as
 * Parquet. The relation is the one of ELT's transform.
 *
 * <p>Engines take rows from files. So they are handed over as uncompressed Parquet files in {@code
 * handover/}, whose writing and reading count in ETL's time.
 */
public final class EtlPipeline {
  /** The pipeline's name, on the command line and as scenario. */
  public static final String NAME = "etl";

  private EtlPipeline() {}

  /**
   * The pipeline.
   *
   * @param plan what is exported
   * @param engine what transforms
   * @param artifacts an existing directory: rows on their way to the engine go into {@code
   *     handover/}, the result to {@code transform.parquet}, or into parts of that name
   * @param judged whether the judge takes a side output of decode
   * @param sample which of the rows it samples
   */
  public static PipelineSpec of(
      ExportPlan plan, Engine engine, Path artifacts, boolean judged, SampleSpec sample) {
    String mine = plan.fetch().root().url();
    TableSchema schema = plan.schema().table();
    ResultFiles result =
        new ResultFiles(artifacts.toAbsolutePath().toString(), Stage.TRANSFORM.label());
    return new PipelineSpec(
        NAME,
        new DigestSpec(schema, plan.schema().identifier().stream().toList(), sample),
        List.of(
            new Step.Fetch(plan.fetch(), plan.pages()),
            new Step.Decode(new DecodeSpec(mine, plan.schema()), judged),
            new Step.Write(
                Stage.HANDOVER_WRITE,
                Stage.DECODE,
                ParquetSpec.of(plan.schema(), mine).uncompressed(),
                artifacts.resolve("handover").toAbsolutePath().toString()),
            new Step.OnTable(
                Stage.TRANSFORM,
                Stage.HANDOVER_WRITE,
                engine.transform(Roles.of(schema), result))));
  }
}
