package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.ClassArchive;
import dev.plumbline.transforms.engine.CacheFolder;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How JVMs start. What is set here holds for this process and every JVM that it starts. */
@Command(optionListHeading = "%nStarting:%n")
final class StartOptions {
  static final String CACHE = "cache-dir";
  static final String ARCHIVE = "class-archive";
  static final String AUTO = "auto";

  @Spec(Spec.Target.MIXEE)
  CommandSpec mixee = CommandSpec.create();

  @Trait(sameForAllArms = true)
  @Option(
      names = "--" + CACHE,
      paramLabel = "FOLDER",
      description =
          "Folder of class archives, DuckDB's library and installed engines. Default: PLUMBLINE_CACHE, or"
              + " ~/.cache/plumbline.")
  void setCache(String folder) {
    if (folder.isEmpty()) {
      throw new ParameterException(
          mixee.commandLine(), "--" + CACHE + ": found nothing, expected a folder");
    }
    System.setProperty(CacheFolder.PROPERTY, Path.of(folder).toAbsolutePath().toString());
  }

  @Trait(sameForAllArms = true)
  @Option(
      names = "--" + ARCHIVE,
      paramLabel = "WHEN",
      description =
          "auto: a JVM reads its classes from an archive, which the first one like it leaves in the cache"
              + " folder; off: from their jars, one by one. Default: auto.")
  void setArchive(String when) {
    if (!when.equals(AUTO) && !when.equals(ClassArchive.OFF)) {
      UsageException found =
          UsageException.of("--" + ARCHIVE, when, AUTO + " or " + ClassArchive.OFF);
      throw new ParameterException(mixee.commandLine(), String.valueOf(found.getMessage()));
    }
    System.setProperty(ClassArchive.SWITCH, when);
  }
}
