package dev.plumbline.runners.microbench;

import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import java.util.List;
import picocli.CommandLine;

/** Main class of the micro-benchmarks. */
public final class Microbench {
  private Microbench() {}

  /** Runs those asked for and ends the process with the command's exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs those asked for; the command's exit code. */
  public static int run(String... args) {
    return commandLine(Surroundings.ofThisProcess(), MicroBenchmark.all()).execute(args);
  }

  static CommandLine commandLine(Surroundings surroundings, List<MicroBenchmark> all) {
    MicrobenchCommand command = new MicrobenchCommand(surroundings, all);
    return Cli.standard(new CommandLine(command), surroundings);
  }
}
