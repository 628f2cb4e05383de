package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.Engines;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code etl}: export, transform in Polars or Beam, load the result as Parquet. */
@Command(
    name = EtlPipeline.NAME,
    description =
        "Export rows from a mine, transform them in Polars or Beam, and load the result as Parquet."
            + " The relation is that of elt; where both have run on the same rows, they are compared."
            + " Rows reach the engine as uncompressed Parquet files in the run's folder, which counts"
            + " in the time.",
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=etl",
      "  mvn compile exec:java -Dpipeline=etl -Dengine=beam -Drows-target=20000",
      "  plumbline etl --engine polars --rows-target 1000000 --allow-large-etl"
    })
final class EtlCommand extends WorkflowCommand {
  @Mixin GuardrailOptions guardrail = new GuardrailOptions();

  EtlCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return EtlPipeline.NAME;
  }

  /** All but the one that {@code elt} loads into. */
  @Override
  List<String> fittingEngines() {
    return Engines.labels().stream().filter(name -> !name.equals(Engines.DUCKDB.label())).toList();
  }

  @Override
  long defaultRows(long usual) {
    return Math.min(usual, guardrail.mostRows());
  }

  @Override
  void check(WorkflowOptions options) {
    guardrail.check(options.rowsTarget());
  }
}
