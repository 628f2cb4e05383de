package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Redaction;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line of a run, to be stored: properties that took effect spelt as options. */
final class CommandText {
  private CommandText() {}

  /** Program, subcommand, options from properties, arguments; without secrets. */
  static List<String> of(ParseResult parsed, PropertyDefaults properties) {
    CommandSpec command = parsed.commandSpec();
    List<String> words = new ArrayList<>(List.of("plumbline", command.name()));
    for (OptionSpec option : command.options()) {
      if (!parsed.hasMatchedOption(option)) {
        properties.valueOf(option).ifPresent(value -> words.add(option.names()[0] + "=" + value));
      }
    }
    List<String> given = parsed.originalArgs();
    words.addAll(given.subList(given.indexOf(command.name()) + 1, given.size()));
    return Redaction.arguments(words);
  }
}
