package dev.plumbline.runners.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in a run's directory through which the launcher tells the forked JVM what to do. */
public final class OptionsFile {
  /** Its name in the run's directory. */
  public static final String NAME = "options.json";

  private OptionsFile() {}

  /**
   * Writes a run's options there, as {@link Json} spells them.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path directory, Object options) throws IOException {
    Files.writeString(directory.resolve(NAME), Json.pretty(options));
  }

  /**
   * The options that were written there.
   *
   * @param type the record that they were written from
   * @throws IOException if there is no such file, or it does not hold that record; says which file,
   *     which record, and what is wrong
   */
  public static <T> T read(Path directory, Class<T> type) throws IOException {
    Path file = directory.resolve(NAME);
    try {
      return Json.mapper().readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new IOException(
          "cannot read " + type.getSimpleName() + " from " + file + ": " + reason(e), e);
    }
  }

  /** Without the parser's remarks on its own settings. */
  private static String reason(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage() + place(json)
        : String.valueOf(e.getMessage());
  }

  private static String place(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping ? ", at " + mapping.getPathReference() : "";
  }
}
