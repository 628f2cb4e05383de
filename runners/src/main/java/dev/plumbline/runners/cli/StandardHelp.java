package dev.plumbline.runners.cli;

import dev.plumbline.runners.machine.BuildVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --help} and {@code --version}, which every command has. */
@Command(optionListHeading = "%nMore:%n", versionProvider = StandardHelp.Versions.class)
final class StandardHelp {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of this program and of Java.")
  boolean version;

  static CommandSpec spec() {
    return CommandSpec.forAnnotatedObject(new StandardHelp());
  }

  /** What {@code --version} prints. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "plumbline " + BuildVersion.current(),
        "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
      };
    }
  }
}
