package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code elt}: export, load as Parquet, then scan, join and sum up by an engine. */
@Command(
    name = EltPipeline.NAME,
    description =
        "Export rows from a mine, load them as Parquet, then let an engine (DuckDB, Polars or Beam) scan"
            + " them, group by the first column, join in full, score, and sum up.",
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=elt",
      "  mvn compile exec:java -Dpipeline=elt -Drows-target=20000 -Drunner=floor",
      "  plumbline elt --engine polars --rows-target 20000",
      "  plumbline elt --rows-target 1000000 --runner flink-local --json-out report.json",
      "  plumbline elt --mine-url http://127.0.0.1:8181/service --query-views symbol,name",
      "  plumbline elt --benchmark-target thalemine --rows-target 5000 --record-pages thale-5000",
      "  plumbline elt --replay-pages thale-5000 --runner flink-local"
    })
final class EltCommand extends WorkflowCommand {
  EltCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return EltPipeline.NAME;
  }

  @Override
  List<String> fittingEngines() {
    return Engines.labels();
  }
}
