package dev.plumbline.runners.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds system properties that are nearly one of our option names: they would do nothing. */
final class PropertyWarnings {
  /** Names that Java, Maven and their plugins use. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(java|javax|jdk|sun|os|user|file|path|line|native|stdout|stderr|stdin|awt|apple|http|https"
              + "|socksProxy|ftp|maven|exec|env|classworlds|library|surefire|project|guice|style"
              + "|jansi|plumbline|logback|slf4j|org|com|dev)\\..*");

  private PropertyWarnings() {}

  /** One sentence per property, in the order of their names. */
  static List<String> of(Set<String> properties, Set<String> options) {
    List<String> warnings = new ArrayList<>();
    for (String property : new TreeSet<>(properties)) {
      if (options.contains(property) || FOREIGN.matcher(property).matches()) {
        continue;
      }
      Optional<String> meant = NearestName.to(property, options);
      meant.ifPresent(
          name ->
              warnings.add("-D" + property + " is not an option; did you mean -D" + name + "?"));
    }
    return warnings;
  }
}
