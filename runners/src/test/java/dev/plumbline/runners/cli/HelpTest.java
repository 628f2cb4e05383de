package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.MineTargets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elt", "etl", "engines", "storage", "measure", "parity", "mine", "clean", "doctor"
      })
  void helpShowsEveryOptionWithItsDefaultExamplesAndExitCodes(String name) {
    CliRun run = CliRun.of(name, "--help");
    assertEquals(0, run.exit());
    CommandLine command =
        new Cli(
                new Surroundings(
                    Map.of(), Map.of(), System.out, System.err, task -> CliRun.NoTask.class))
            .commandLine()
            .getSubcommands()
            .get(name);
    String help = command.getUsageMessage();
    for (OptionSpec option : command.getCommandSpec().options()) {
      String words = String.join(" ", option.description());
      boolean teaches = option.usageHelp() || option.versionHelp() || words.contains("Default:");
      assertTrue(teaches || option.longestName().equals("--mine-url"), option.longestName());
      assertTrue(help.contains(option.longestName().substring(2)), option.longestName());
    }
    assertTrue(help.contains("Example"), help);
    for (ExitCode exit : ExitCode.values()) {
      String line = "(?m)^ +%d +%s$".formatted(exit.code(), exit.meaning());
      boolean can = GroupedHelp.ends(name).contains(exit);
      assertEquals(can, Pattern.compile(line).matcher(help).find(), exit.meaning());
    }
  }

  @Test
  void helpListsEveryTargetOfTheDataFile() {
    CommandLine elt =
        new Cli(
                new Surroundings(
                    Map.of(), Map.of(), System.out, System.err, task -> CliRun.NoTask.class))
            .commandLine()
            .getSubcommands()
            .get("elt");
    String words = elt.getUsageMessage().replaceAll("\\s+", " ");
    assertTrue(words.contains(MineTargets.names()), words);
  }
}
