package dev.plumbline.runners.results;

import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.Showable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in a run's directory that tells people what was asked for, with every default. */
public final class OptionsFile {
  /** Its name in the run's directory. */
  public static final String NAME = "options.json";

  private OptionsFile() {}

  /**
   * Writes a run's options there, as {@link Json} spells them, but for what only the JVM may see.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path directory, Object options) throws IOException {
    Files.writeString(
        directory.resolve(NAME),
        Json.pretty(options instanceof Showable some ? some.shown() : options));
  }
}
