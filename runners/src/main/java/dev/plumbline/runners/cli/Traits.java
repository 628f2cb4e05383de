package dev.plumbline.runners.cli;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the {@link Trait}s of options. */
final class Traits {
  private Traits() {}

  /** An option's; none if it has none, or there is no such option. */
  static Optional<Trait> of(@Nullable OptionSpec option) {
    return option != null && option.userObject() instanceof AnnotatedElement declared
        ? Optional.ofNullable(declared.getAnnotation(Trait.class))
        : Optional.empty();
  }

  /** The names of a command's options that are like this, in the order of the help. */
  static List<String> names(CommandSpec command, Predicate<Trait> like) {
    return command.options().stream()
        .filter(option -> of(option).filter(like).isPresent())
        .map(OptionSpec::longestName)
        .toList();
  }
}
