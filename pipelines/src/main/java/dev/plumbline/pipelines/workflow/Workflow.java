package dev.plumbline.pipelines.workflow;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.transforms.engine.Engine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done with an export: loaded and then transformed, or the other way about. */
public enum Workflow {
  /** {@link EltPipeline}. */
  ELT,
  /** {@link EtlPipeline}. */
  ETL;

  /** Its name, on the command line and as scenario. */
  public String label() {
    return switch (this) {
      case ELT -> EltPipeline.NAME;
      case ETL -> EtlPipeline.NAME;
    };
  }

  /** What it does: figures of another definition are not compared with these. */
  public String definition() {
    return switch (this) {
      case ELT -> EltPipeline.DEFINITION;
      case ETL -> EtlPipeline.DEFINITION;
    };
  }

  /** The one whose relation must be the same on the same input. */
  public Workflow other() {
    return switch (this) {
      case ELT -> ETL;
      case ETL -> ELT;
    };
  }

  /**
   * Its pipeline.
   *
   * @param plan what is exported
   * @param engine what transforms
   * @param artifacts an existing directory, for its files
   * @param judged whether the judge takes side outputs of the producing stages
   * @param sample which of the rows it samples
   */
  public PipelineSpec spec(
      ExportPlan plan, Engine engine, Path artifacts, boolean judged, SampleSpec sample) {
    return switch (this) {
      case ELT -> EltPipeline.of(plan, engine, artifacts, judged, sample);
      case ETL -> EtlPipeline.of(plan, engine, artifacts, judged, sample);
    };
  }

  /** All names, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Workflow::label).toList();
  }

  /** The workflow of this name, or none if there is no such workflow. */
  public static Optional<Workflow> of(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
