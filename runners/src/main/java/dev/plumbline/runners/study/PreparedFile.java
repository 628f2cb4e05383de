package dev.plumbline.runners.study;

import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was made ready before anything is measured, in the directory that it was made in. */
public final class PreparedFile {
  /** Its name there. */
  public static final String NAME = "prepared.json";

  private PreparedFile() {}

  static void write(Path directory, Object prepared) throws IOException {
    Files.writeString(directory.resolve(NAME), Json.pretty(prepared));
  }

  /** Reads it. */
  public static <P> P read(Path directory, Class<P> type) throws IOException {
    return Json.mapper().readValue(directory.resolve(NAME).toFile(), type);
  }
}
