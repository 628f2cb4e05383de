package dev.plumbline.runners.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which options were given, on the command line or as properties; all others have their defaults.
 *
 * @param parsed the command line
 * @param properties the properties
 */
record GivenOptions(ParseResult parsed, PropertyDefaults properties) {
  /** The command with all of its options. */
  CommandSpec command() {
    return parsed.commandSpec();
  }

  /** Whether the option was given under any of its names. */
  boolean names(String option) {
    OptionSpec spec = parsed.commandSpec().findOption(option);
    return parsed.hasMatchedOption(option)
        || (spec != null && properties.valueOf(spec).isPresent());
  }
}
