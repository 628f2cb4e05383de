package dev.plumbline.runners.doctor;

import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this machine has.
 *
 * @param checks one per thing that a run needs
 */
public record Doctor(List<Check> checks) {

  public Doctor {
    checks = List.copyOf(checks);
  }

  /**
   * Looks at everything; about a second, most of it for DuckDB and Polars.
   *
   * @param install whether to install from a network what an engine lacks
   */
  public static Doctor examine(Path resultsDir, boolean install) {
    return new Doctor(
        Stream.concat(MachineChecks.all(resultsDir).stream(), LibraryChecks.all(install).stream())
            .toList());
  }

  /** Whether nothing is missing. */
  public boolean isHealthy() {
    return checks.stream().allMatch(Check::isOk);
  }

  /** A row per check, and below a missing one what that means. */
  public Page page() {
    Column unnamed = Column.text("");
    return Page.of(
        new Table(
            List.of(unnamed, unnamed, unnamed), checks.stream().flatMap(Doctor::rows).toList()));
  }

  private static Stream<Row> rows(Check check) {
    Check.Lack lack = check.lack();
    return lack == null
        ? Stream.of(Row.of("ok", check.what(), check.found()))
        : Stream.of(
            Row.of("missing", check.what(), check.found()),
            Row.of("", "", "disables: " + lack.disables()),
            Row.of("", "", "mend:     " + lack.mend()));
  }
}
