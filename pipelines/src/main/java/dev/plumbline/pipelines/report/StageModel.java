package dev.plumbline.pipelines.report;

import java.util.Map;

/**
 * The stage model, as the original suite defined it.
 *
 * @param schemaVersion always {@value #VERSION}
 * @param scenarioName the pipeline
 * @param stages by stage name, in the order of the stages
 */
public record StageModel(
    String schemaVersion, String scenarioName, Map<String, StageRecord> stages) {
  /** The version of the model. */
  public static final String VERSION = "benchmark_stage_model_v1";
}
