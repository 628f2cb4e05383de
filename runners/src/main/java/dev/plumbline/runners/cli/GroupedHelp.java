package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help in which options stand in the groups that their classes are, with the exit codes below. */
final class GroupedHelp {
  private static final int WIDTH = 100;

  private GroupedHelp() {}

  static void install(CommandLine command) {
    Map<String, String> exitCodes = new LinkedHashMap<>();
    for (ExitCode exit : ExitCode.values()) {
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

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    for (CommandSpec group : help.commandSpec().mixins().values()) {
      Help.Layout layout = help.createDefaultLayout();
      layout.addOptions(group.options(), help.parameterLabelRenderer());
      text.append(heading(group)).append(layout);
    }
    return text.toString();
  }

  private static String heading(CommandSpec group) {
    String heading = group.usageMessage().optionListHeading();
    return (heading == null || heading.isEmpty() ? "%nMore:%n" : heading)
        .replace("%n", System.lineSeparator());
  }
}
