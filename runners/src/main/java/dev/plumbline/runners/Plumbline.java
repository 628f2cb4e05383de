package dev.plumbline.runners;

import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import java.util.Locale;

/** Main class: parses nothing, decides nothing. */
public final class Plumbline {
  private Plumbline() {}

  /** Runs the command given and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // digits are digits, whatever language the user speaks
    System.exit(new Cli(Surroundings.ofThisProcess()).execute(args));
  }
}
