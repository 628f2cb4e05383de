package dev.plumbline.pipelines.etl;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.decode.DecodeSpec;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.parquet.WriteRelation;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.ResultFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * ETL: export rows, hand them to an engine, let it group, join and sum them up, and load only the
 * relation, as Parquet. It is the one of ELT.
 *
 * <p>An engine that takes pages gets them as they are decoded ({@link Engine#joinPages}). Others
 * take rows from files: so they are handed over as Parquet files in {@code handover/}, plain and
 * uncompressed, the way that was measured to be cheapest for both (docs/DECISIONS.md), whose
 * writing and reading count in ETL's time. The relation comes back from there likewise.
 */
public final class EtlPipeline {
  /** The pipeline's name, on the command line and as scenario. */
  public static final String NAME = "etl";

  /** What it does: figures of another definition are not compared with these. */
  public static final String DEFINITION = NAME + ": fetch, decode, join, analytics, parquet_write";

  private EtlPipeline() {}

  /**
   * The pipeline.
   *
   * @param plan what is exported
   * @param engine what joins and sums up
   * @param artifacts an existing directory: rows on their way to the engine, and the relation on
   *     its way back, go into {@code handover/}, the relation to {@code relation.parquet}
   * @param judged whether the judge takes side outputs of the producing stages
   * @param sample which of the rows it samples
   */
  public static PipelineSpec of(
      ExportPlan plan, Engine engine, Path artifacts, boolean judged, SampleSpec sample) {
    String mine = plan.fetch().root().url();
    TableSchema schema = plan.schema().table();
    Roles roles = Roles.of(schema);
    String handover = artifacts.resolve("handover").toAbsolutePath().toString();
    ResultFiles joined = new ResultFiles(handover, "joined");
    Step.Write rows =
        new Step.Write(
            Stage.HANDOVER_WRITE,
            Stage.DECODE,
            ParquetSpec.of(plan.schema(), mine).handedOver().judged(judged),
            handover);
    Step join =
        engine
            .joinPages(schema, plan.pages().rows(), roles, joined)
            .<Step>map(Step.JoinPages::new)
            .orElseGet(() -> new Step.JoinHandedOver(rows, engine.join(roles, joined)));
    TableSchema relation = Score.relation(roles);
    return new PipelineSpec(
        NAME,
        new DigestSpec(schema, plan.schema().identifier().stream().toList(), sample),
        List.of(
            new Step.Fetch(plan.fetch(), plan.pages()),
            new Step.Decode(new DecodeSpec(mine, plan.schema()), judged),
            join,
            new Step.OnTable(Stage.ANALYTICS, Stage.JOIN, engine.sums()),
            new Step.OnTable(
                Stage.PARQUET_WRITE,
                Stage.ANALYTICS,
                new WriteRelation(
                    relation,
                    ParquetSpec.of(DescribedSchema.of(relation), mine).judged(judged),
                    ResultFiles.ofRelation(artifacts)))));
  }
}
