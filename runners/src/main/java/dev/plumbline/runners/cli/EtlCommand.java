package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code etl}: export, join and sum up by an engine, load the relation as Parquet. */
@Command(
    name = EtlPipeline.NAME,
    description =
        "Export rows from a mine, let an engine (Polars, Beam or DuckDB) group, join, score and sum them"
            + " up, and load the relation as Parquet. It is that of elt; where both have run on the same rows, they are compared."
            + " Polars and DuckDB get the rows as plain Parquet files in the run's folder, Beam as they are"
            + " decoded; either way counts in the time.",
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

  /** First those that are not the default of {@code elt}. */
  @Override
  List<String> fittingEngines() {
    String usual = Engines.DUCKDB.label();
    return Stream.concat(
            Engines.labels().stream().filter(name -> !name.equals(usual)), Stream.of(usual))
        .toList();
  }

  @Override
  long defaultRows(long usual) {
    return Math.min(usual, guardrail.mostRows());
  }

  @Override
  void check(WorkflowOptions options) {
    guardrail.check(options.paging().rowsTarget());
  }
}
