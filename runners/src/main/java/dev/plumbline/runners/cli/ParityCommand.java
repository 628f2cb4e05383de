package dev.plumbline.runners.cli;

import dev.plumbline.parity.locate.QuotedName;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.runners.machine.MachineMemory;
import dev.plumbline.runners.options.HeapSize;
import dev.plumbline.runners.options.ParityOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.parity.ParityChild;
import dev.plumbline.runners.process.ForkedRun;
import dev.plumbline.runners.process.Launcher;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parity}: two tables, equal or where not. */
@Command(
    name = "parity",
    description = {
      "Say whether two tables hold the same rows, and if not, which rows and columns differ.",
      "",
      "A table is a .parquet, .csv, .jsonl or .ndjson file, a folder of such files that are its"
          + " parts, or duckdb: and a query. Text files take their types from a schema beside them"
          + " (NAME.schema.json or schema.json), or from the other table.",
    },
    footer = {
      "%nExamples:",
      "  plumbline parity left.parquet right.parquet --key primaryIdentifier",
      "  plumbline parity rows.csv results/RUN/artifacts/parquet",
      "  plumbline parity a.parquet \"duckdb:SELECT * FROM 'b.parquet' WHERE taxonId = 3702\"",
      "  plumbline parity a.parquet b.parquet --key id --contract \"score=ulp:2:summed in any order\""
    })
final class ParityCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "LEFT", description = "The one table.")
  String left = "";

  @Parameters(index = "1", paramLabel = "RIGHT", description = "The other table.")
  String right = "";

  @Mixin ComparingOptions comparing = new ComparingOptions();
  @Mixin SampleOptions sample = new SampleOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin StartOptions start = new StartOptions();

  /** What {@code parity} alone is told. */
  @Command(optionListHeading = "%nComparing:%n")
  static final class ComparingOptions {
    @Option(
        names = "--key",
        paramLabel = "COLUMN",
        split = ",",
        description =
            "Columns that identify a row: they are counted, and rows that differ are paired by them;"
                + " a name with a comma stands in double quotes."
                + " Default: primaryIdentifier, primaryAccession, id or key, if both tables have it.")
    List<String> key = List.of();

    @Option(
        names = "--ordered",
        negatable = true,
        defaultValue = "false",
        fallbackValue = "true",
        description = "The rows must stand in the same order, too. Default: false.")
    boolean ordered;

    @Option(
        names = "--contract",
        paramLabel = "TERMS",
        description =
            "What a column may differ in, and why: COLUMN=ulp:N:REASON, COLUMN=relative:X:REASON or"
                + " COLUMN=set:REASON; may be repeated. Default: nothing.")
    List<String> contracts = List.of();

    @Option(
        names = "--show-rows",
        paramLabel = "N",
        defaultValue = "10",
        description = "Show this many of the rows that differ. Default: 10.")
    int showRows;

    @Option(
        names = "--show-values",
        description = "Quote the values of rows that differ; here they always are. Default: true.")
    boolean showValues;

    @Option(
        names = "--allow-empty",
        negatable = true,
        defaultValue = "false",
        fallbackValue = "true",
        description = "Two tables without rows are equal; else they are an error. Default: false.")
    boolean allowEmpty;

    @Option(
        names = "--strict-parity",
        negatable = true,
        defaultValue = "true",
        fallbackValue = "true",
        description = "A difference ends the run with exit 3; without, with exit 0. Default: true.")
    boolean strictParity;

    @Option(
        names = "--heap",
        paramLabel = "SIZE",
        defaultValue = "1g",
        description = "Heap of the JVM that compares. Default: 1g.")
    String heap = "";
  }

  ParityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    ParityOptions options = options();
    return new Launcher(surroundings.environment(), surroundings.out(), surroundings.forkStart())
        .run(
            new ForkedRun(
                surroundings.forks().apply(ParityChild.class),
                () -> options,
                null,
                options.heap(),
                ParityChild.NAME,
                options.resultsDir(),
                output.jsonOut));
  }

  private ParityOptions options() {
    if (TablePair.same(left, right)) {
      throw new UsageException(
          "LEFT and RIGHT are the same: a table is always equal to itself, nothing would be proven");
    }
    return new ParityOptions(
        left,
        right,
        comparing.key.stream().map(QuotedName::plain).toList(),
        comparing.ordered,
        comparing.contracts,
        sample.sample(),
        comparing.showRows,
        comparing.allowEmpty,
        comparing.strictParity,
        HeapSize.parse(comparing.heap, MachineMemory.limitBytes()).text(),
        output.resultsDir,
        CommandText.of(
            spec.commandLine().getParseResult(), new PropertyDefaults(surroundings.properties())));
  }
}
