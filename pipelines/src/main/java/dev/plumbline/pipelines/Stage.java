package dev.plumbline.pipelines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every stage there is, in the order in which rows pass through them. */
public enum Stage {
  /** Page requests to response bodies. */
  FETCH(true),
  /** Response bodies to packed pages. */
  DECODE(true),
  /** Packed pages to the uncompressed Parquet files that hand them to a transform before load. */
  HANDOVER_WRITE(false),
  /** Packed pages to CSV files. */
  CSV_WRITE(false),
  /** Packed pages to Parquet files. */
  PARQUET_WRITE(true),
  /** Files that were there before the pipeline. */
  WRITTEN(false),
  /** All rows of the files read into an engine's own table. */
  LOAD(false),
  /** Every value of the files read once by DuckDB. */
  DUCKDB_SCAN(true),
  /** Both sides grouped, joined in full and scored, written as Parquet. */
  JOIN(false),
  /** The canonical tables joined in full, written as Parquet. */
  CANONICAL_JOIN(false),
  /** The joined relation summed up. */
  ANALYTICS(true),
  /** Every value of the files read once by Polars. */
  POLARS_SCAN(true),
  /** Every value of the files read once by Beam. */
  BEAM_SCAN(false),
  /** Every value of the files read once by an engine that has no stage of its own for that. */
  SCAN(false),
  /** The judge's side output. */
  PARITY(false);

  private final boolean inStageModel;

  Stage(boolean inStageModel) {
    this.inStageModel = inStageModel;
  }

  /** The stage's one name: in step labels, metrics, intervals and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage of an engine's scan. */
  public static Stage scanOf(String engine) {
    return Arrays.stream(values())
        .filter(stage -> stage.label().equals(engine + "_scan"))
        .findFirst()
        .orElse(SCAN);
  }

  /** The stages that {@code benchmark_stage_model_v1} has, in its order. */
  public static List<Stage> ofStageModel() {
    return Arrays.stream(values()).filter(stage -> stage.inStageModel).toList();
  }
}
