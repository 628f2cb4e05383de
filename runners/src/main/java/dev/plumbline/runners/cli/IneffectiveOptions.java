package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.options.UsageException;
import picocli.CommandLine.Model.OptionSpec;

/** Options that would change nothing beside the others: whoever gives them expects something. */
final class IneffectiveOptions {
  private IneffectiveOptions() {}

  /**
   * Refuses them.
   *
   * @param replayed whether a recording is served
   * @param served whether a mine is served by us at all
   * @throws UsageException naming the option and what it needs
   */
  static void check(GivenOptions given, boolean replayed, boolean served, FaultSpec faults) {
    for (OptionSpec option : given.command().options()) {
      String needed = Traits.of(option).map(Trait::needs).orElse("");
      if (!needed.isEmpty()) {
        need(given, option.longestName(), given.names(needed), needed);
      }
    }
    need(given, "--mine-faults", served, "a mine that is served here, not --mine-url or a target");
    need(given, "--mine-data", served, "the local mine, not --mine-url or a target");
    if (replayed && faults.shiftsRows().isPresent()) {
      throw UsageException.of(
          "--mine-faults",
          faults.shiftsRows().get(),
          "no fault that answers other rows: a recording has only those that were asked for");
    }
  }

  private static void need(GivenOptions given, String option, boolean there, String what) {
    if (given.names(option) && !there) {
      throw new UsageException(option + ": it needs " + what);
    }
  }
}
