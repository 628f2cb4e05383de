package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.ArmText;
import dev.plumbline.runners.measure.arm.CommandArm;
import dev.plumbline.runners.measure.arm.Executable;
import dev.plumbline.runners.measure.arm.OtherBuild;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Makes arms of their texts: the pipeline's own parser reads the options that {@code measure} was
 * given for all arms, and then the arm's.
 *
 * @param surroundings the process
 * @param pipeline name of the pipeline's subcommand
 * @param measure what {@code measure} was given
 * @param largest the largest size, which the embedded mine must hold
 */
record ArmParser(Surroundings surroundings, String pipeline, ParseResult measure, long largest) {
  private static final String ARM = "--arm";
  private static final String BUILD = "--build";

  Arm arm(String text) {
    ArmText arm = ArmText.parse(text);
    if (arm.command()) {
      Executable.check(ARM, arm.words().get(0));
      return new CommandArm(arm.name(), arm.words());
    }
    List<String> words = new ArrayList<>(arm.words());
    Optional<Path> jar = takeBuild(words);
    WorkflowOptions options = options(text, words);
    Optional<OtherBuild> build =
        jar.map(file -> OtherBuild.ask(file, DescribeChild.class, DescribeChild.description()));
    PipelineArm pipeline = new PipelineArm(arm.name(), arm.words(), options, build);
    pipeline.told(); // refuses now what that build does not know
    return pipeline;
  }

  private WorkflowOptions options(String text, List<String> words) {
    CommandLine command = new Cli(surroundings).commandLine();
    command.setOverwrittenOptionsAllowed(true);
    CommandLine elt = Objects.requireNonNull(command.getSubcommands().get(pipeline));
    for (String word : words) {
      String name = word.replaceFirst("=.*", "");
      boolean shared =
          name.startsWith("-")
              && Traits.of(elt.getCommandSpec().findOption(name))
                  .filter(Trait::sameForAllArms)
                  .isPresent();
      if (shared) {
        throw UsageException.of(ARM, text, "no " + name + ": it must be the same for all arms");
      }
    }
    List<String> all = new ArrayList<>(List.of(pipeline));
    all.addAll(common(elt));
    all.add("--rows-target=" + largest);
    all.addAll(words);
    try {
      command.parseArgs(all.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageException(ARM + " '" + text + "': " + e.getMessage());
    }
    WorkflowCommand parsed = (WorkflowCommand) elt.getCommandSpec().userObject();
    WorkflowOptions options = parsed.options();
    parsed.check(options);
    return options.keepingNothing();
  }

  /** The options that {@code measure} was given and the pipeline knows. */
  private List<String> common(CommandLine elt) {
    List<String> words = new ArrayList<>();
    for (OptionSpec option : measure.matchedOptions()) {
      OptionSpec own = elt.getCommandSpec().findOption(option.longestName());
      if (own != null && !own.usageHelp() && !option.longestName().equals("--json-out")) {
        words.add(option.longestName() + "=" + text(option));
      }
    }
    return words;
  }

  private static String text(OptionSpec option) {
    Object value = option.getValue();
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  private static Optional<Path> takeBuild(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String jar = null;
      if (word.startsWith(BUILD + "=")) {
        jar = word.substring(BUILD.length() + 1);
        words.remove(i);
      } else if (word.equals(BUILD)) {
        words.remove(i);
        if (i == words.size()) {
          throw UsageException.of(ARM, BUILD, "a jar behind it");
        }
        jar = words.remove(i);
      }
      if (jar != null) {
        return Optional.of(Path.of(jar).toAbsolutePath());
      }
    }
    return Optional.empty();
  }
}
