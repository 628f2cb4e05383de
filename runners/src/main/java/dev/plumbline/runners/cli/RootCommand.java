package dev.plumbline.runners.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline} itself: it does nothing without a subcommand. */
@Command(
    name = "plumbline",
    description = "Benchmarks of data pipelines on Apache Beam: no number without its proof.",
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=elt",
      "  mvn compile exec:java -Dpipeline=elt -Dexec.args=\"--rows-target 20000 --workers 4\"",
      "  plumbline elt --help",
      "",
      "Every option can also be given as a system property: -Drows-target=20000 is",
      "--rows-target=20000, and -Dpipeline=elt is the subcommand. Arguments win over properties."
    })
final class RootCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which pipeline? Give one of "
            + String.join(", ", spec.subcommands().keySet())
            + " as the first argument, or as -Dpipeline=NAME");
  }
}
