package dev.plumbline.runners.cli;

import static dev.plumbline.runners.options.ExitCode.DONE;
import static dev.plumbline.runners.options.ExitCode.FAILED;
import static dev.plumbline.runners.options.ExitCode.INVALID;
import static dev.plumbline.runners.options.ExitCode.PARITY_FAILURE;
import static dev.plumbline.runners.options.ExitCode.SKIPPED;
import static dev.plumbline.runners.options.ExitCode.USAGE;

import dev.plumbline.runners.options.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help in which options stand in the groups that their classes are, with the exit codes below. */
final class GroupedHelp {
  private static final int WIDTH = 100;

  /** How commands can end that run something and prove it. */
  private static final List<ExitCode> RUNS =
      List.of(DONE, FAILED, SKIPPED, PARITY_FAILURE, INVALID, USAGE);

  /** How the others can. */
  private static final Map<String, List<ExitCode>> ENDS =
      Map.of(
          "parity", List.of(DONE, FAILED, SKIPPED, PARITY_FAILURE, USAGE),
          "mine", List.of(DONE, FAILED, USAGE),
          "clean", List.of(DONE, FAILED, USAGE),
          "doctor", List.of(DONE, SKIPPED, USAGE));

  private GroupedHelp() {}

  static void install(CommandLine command) {
    Map<String, String> exitCodes = new LinkedHashMap<>();
    for (ExitCode exit : ends(command.getCommandName())) {
      exitCodes.put(String.valueOf(exit.code()), exit.meaning());
    }
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.abbreviateSynopsis(true);
    usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes);
    List<String> sections = new ArrayList<>(usage.sectionKeys());
    sections.remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
    sections.remove(UsageMessageSpec.SECTION_KEY_FOOTER);
    sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), "footer");
    usage.sectionKeys(sections);
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
    command.getSubcommands().values().forEach(GroupedHelp::install);
  }

  /** How a command can end. */
  static List<ExitCode> ends(String command) {
    return ENDS.getOrDefault(command, RUNS);
  }

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    for (CommandSpec group : help.commandSpec().mixins().values()) {
      Help.Layout layout = help.createDefaultLayout();
      String command = help.commandSpec().name();
      List<OptionSpec> shown =
          group.options().stream().map(option -> describedFor(command, option)).toList();
      layout.addOptions(shown, help.parameterLabelRenderer());
      text.append(heading(group)).append(layout);
    }
    return text.toString();
  }

  /**
   * An option that commands share and that means another thing in each: of the parts of its
   * description that begin with {@code @NAME}, those of this command, without that word.
   */
  private static OptionSpec describedFor(String command, OptionSpec option) {
    String[] parts = option.description();
    String own = "@" + command + " ";
    String[] fitting =
        Arrays.stream(parts)
            .filter(part -> !part.startsWith("@") || part.startsWith(own))
            .map(part -> part.startsWith(own) ? part.substring(own.length()) : part)
            .toArray(String[]::new);
    return Arrays.equals(parts, fitting)
        ? option
        : OptionSpec.builder(option).description(fitting).build();
  }

  private static String heading(CommandSpec group) {
    String heading = group.usageMessage().optionListHeading();
    return (heading == null || heading.isEmpty() ? "%nMore:%n" : heading)
        .replace("%n", System.lineSeparator());
  }
}
