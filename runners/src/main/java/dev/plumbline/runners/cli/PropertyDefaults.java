package dev.plumbline.runners.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets {@code -Drows-target=1000} stand for {@code --rows-target=1000}. It is a default to picocli,
 * so an option on the command line wins.
 *
 * @param properties system properties by name
 */
record PropertyDefaults(Map<String, String> properties) implements IDefaultValueProvider {

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option ? valueOf(option).orElse(null) : null;
  }

  /** The value given as a property under any of the option's names. */
  Optional<String> valueOf(OptionSpec option) {
    return names(option).stream()
        .filter(properties::containsKey)
        .findFirst()
        .map(name -> valueOf(option, properties.getOrDefault(name, "")));
  }

  /** The names under which the option may be given as a property. */
  static List<String> names(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return List.of();
    }
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2))
        .filter(name -> !name.equals(Cli.PIPELINE)) // as a property it names the subcommand
        .toList();
  }

  private static String valueOf(OptionSpec option, String value) {
    boolean flag = option.type() == boolean.class;
    return flag && value.isEmpty() ? "true" : value; // A bare -Dname, which Maven calls "true".
  }
}
