package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.cli.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

final class MicrobenchOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--forks=0",
        "--iterations=0",
        "--warmup-iterations=-1",
        "--include=nothing_like_it",
        "--include=(",
        "--fork=3",
        "stray"
      })
  void wrongCommandLineIsUsageErrorThatNamesIt(String argument) {
    MicrobenchRun run = MicrobenchRun.of(MicroBenchmark.all(), argument);
    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains(argument.replaceFirst("=.*", "")), run.err());
  }

  @Test
  void helpShowsEveryOptionWithItsDefaultAndExitCodes() {
    assertEquals(0, MicrobenchRun.of(MicroBenchmark.all(), "--help").exit());
    CommandLine command =
        Microbench.commandLine(Surroundings.ofThisProcess(), MicroBenchmark.all());
    String help = command.getUsageMessage();
    for (OptionSpec option : command.getCommandSpec().options()) {
      boolean teaches = String.join(" ", option.description()).contains("Default:");
      assertTrue(teaches || option.usageHelp() || option.versionHelp(), option.longestName());
      assertTrue(help.contains(option.longestName().substring(2)), option.longestName());
    }
    assertTrue(help.contains("usage error"), help);
  }
}
