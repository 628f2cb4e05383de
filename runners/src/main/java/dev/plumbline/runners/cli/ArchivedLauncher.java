package dev.plumbline.runners.cli;

import dev.plumbline.runners.process.ClassArchive;
import dev.plumbline.runners.process.LauncherJvm;
import dev.plumbline.transforms.engine.CacheFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Hands a run over to a launcher in a JVM of its own, which reads its classes from an archive: the
 * JVM that the user starts has none, and would need longer for them than the other for everything.
 * So what runs here uses neither libraries nor lambdas, which would have to be made first.
 */
public final class ArchivedLauncher {
  private ArchivedLauncher() {}

  /**
   * Runs the command there and returns its exit code; empty if it must run in this process.
   *
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  public static OptionalInt run(String... arguments) throws InterruptedException {
    try {
      return archived(Arrays.asList(arguments), Surroundings.propertiesOfThisProcess());
    } catch (RuntimeException e) { // such as a path that cannot be said: the parser tells of it
      return OptionalInt.empty();
    }
  }

  private static OptionalInt archived(List<String> given, Map<String, String> properties)
      throws InterruptedException {
    String archive =
        EarlyRun.value(StartOptions.ARCHIVE, given, properties).orElse(StartOptions.AUTO);
    if (EarlyRun.command(given, properties).isEmpty() || archive.equals(ClassArchive.OFF)) {
      return OptionalInt.empty();
    }
    String cache = EarlyRun.value(StartOptions.CACHE, given, properties).orElse("");
    return LauncherJvm.run(
        cache.isEmpty() ? CacheFolder.here() : Path.of(cache).toAbsolutePath(), properties, given);
  }
}
