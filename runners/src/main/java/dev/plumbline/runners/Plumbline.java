package dev.plumbline.runners;

import dev.plumbline.runners.cli.ArchivedLauncher;
import dev.plumbline.runners.cli.Cli;
import java.util.Locale;
import java.util.OptionalInt;

/** Main class: parses nothing, decides nothing. */
public final class Plumbline {
  private Plumbline() {}

  /** Runs the command given and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    Locale.setDefault(Locale.ROOT); // digits are digits, whatever language the user speaks
    OptionalInt exit = ArchivedLauncher.run(args);
    System.exit(exit.isPresent() ? exit.getAsInt() : Cli.run(args));
  }
}
