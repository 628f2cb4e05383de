package dev.plumbline.runners.doctor;

import java.io.PrintStream;
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

  /** Prints a line per check, and below a missing one what that means; true if none is missing. */
  public boolean print(PrintStream out) {
    int width = checks.stream().mapToInt(check -> check.what().length()).max().orElse(0);
    for (Check check : checks) {
      String state = check.isOk() ? "ok     " : "missing";
      out.println(state + "  " + padded(check.what(), width) + "  " + check.found());
      Check.Lack lack = check.lack();
      if (lack != null) {
        out.println(" ".repeat(width + 11) + "disables: " + lack.disables());
        out.println(" ".repeat(width + 11) + "mend:     " + lack.mend());
      }
    }
    return checks.stream().allMatch(Check::isOk);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
