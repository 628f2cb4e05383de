package dev.plumbline.pipelines.export;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.csv.CsvSpec;
import dev.plumbline.transforms.decode.DecodeSpec;
import dev.plumbline.transforms.parquet.ParquetSpec;
import java.nio.file.Path;
import java.util.List;

/** Export alone: rows from a mine into Parquet files, for others to work on. */
public final class ExportPipeline {
  /** The pipeline's name, as scenario. */
  public static final String NAME = "export";

  /** The same into CSV files, as scenario. */
  public static final String CSV_NAME = "export_csv";

  private ExportPipeline() {}

  /**
   * The same into CSV files: rows go into {@code csv/}.
   *
   * @throws IllegalArgumentException if the table has but one column
   */
  public static PipelineSpec csv(
      ExportPlan plan, Path artifacts, boolean judged, SampleSpec sample) {
    PipelineSpec parquet = of(plan, artifacts, judged, sample);
    return new PipelineSpec(
        CSV_NAME,
        parquet.digest(),
        List.of(
            parquet.steps().get(0),
            parquet.steps().get(1),
            new Step.Write(
                Stage.CSV_WRITE,
                Stage.DECODE,
                new CsvSpec(plan.schema().table()),
                artifacts.resolve("csv").toAbsolutePath().toString())));
  }

  /**
   * The pipeline.
   *
   * @param plan what is exported
   * @param artifacts an existing directory: rows go into {@code parquet/}
   * @param judged whether the judge takes side outputs of the producing stages
   * @param sample which of the rows it samples
   */
  public static PipelineSpec of(
      ExportPlan plan, Path artifacts, boolean judged, SampleSpec sample) {
    String mine = plan.fetch().root().url();
    return new PipelineSpec(
        NAME,
        new DigestSpec(plan.schema().table(), plan.schema().identifier().stream().toList(), sample),
        List.of(
            new Step.Fetch(plan.fetch(), plan.pages()),
            new Step.Decode(new DecodeSpec(mine, plan.schema()), judged),
            new Step.Write(
                Stage.PARQUET_WRITE,
                Stage.DECODE,
                ParquetSpec.of(plan.schema(), mine).judged(judged),
                artifacts.resolve("parquet").toAbsolutePath().toString())));
  }
}
