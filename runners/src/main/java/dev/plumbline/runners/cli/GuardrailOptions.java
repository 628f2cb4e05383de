package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What keeps ETL small: all rows pass through the transform before anything is loaded. */
@Command(optionListHeading = "%nGuardrail:%n")
final class GuardrailOptions {
  @Option(
      names = "--etl-guardrail-rows",
      paramLabel = "N",
      defaultValue = "50000",
      description = "The most rows that etl takes without being told to. Default: 50000.")
  long guardrailRows;

  @Option(
      names = "--allow-large-etl",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description = "Take more rows than the guardrail says. Default: false.")
  boolean allowLarge;

  /**
   * The most rows that may be taken.
   *
   * @throws UsageException if the guardrail is none
   */
  long mostRows() {
    Bounds.check("--etl-guardrail-rows", guardrailRows, 1, Long.MAX_VALUE);
    return allowLarge ? Long.MAX_VALUE : guardrailRows;
  }

  /**
   * Holds the rows against the guardrail.
   *
   * @throws UsageException if they are too many
   */
  void check(long rows) {
    if (rows > mostRows()) {
      throw new UsageException(
          ("--rows-target: found %,d rows, expected at most the %,d of --etl-guardrail-rows: etl hands every row"
                  + " to the engine before it loads anything; give --allow-large-etl to do so nevertheless")
              .formatted(rows, guardrailRows));
    }
  }
}
