package dev.plumbline.runners;

import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.run.Beside;
import java.util.Locale;

/** Main class: parses nothing, decides nothing. */
public final class Plumbline {
  private Plumbline() {}

  /** Runs the command given and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // digits are digits, whatever language the user speaks
    Beside.start("targets", MineTargets::all); // loads the JSON library beside the command line's
    System.exit(Cli.run(args));
  }
}
