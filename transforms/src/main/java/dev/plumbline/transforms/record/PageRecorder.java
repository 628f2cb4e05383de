package dev.plumbline.transforms.record;

import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Keeps answers in a folder: of each the raw body, and beside it a small {@code .exchange.json}
 * that {@link RecordingManifest} gathers when the export is done. An answer to the same request
 * replaces the earlier one; what a killed writer leaves is never taken for a body.
 *
 * @param folder an existing folder, reachable from every worker
 */
public record PageRecorder(String folder) implements Recorder {
  private static final long serialVersionUID = 1;

  /** Where bodies are, within a recording. */
  static final String BODIES = "bodies";

  /** Ends the name of what is said of a body. */
  static final String EXCHANGE = ".exchange.json";

  /**
   * Makes the folder of a recording.
   *
   * @throws IOException if it cannot be made, or holds files already
   */
  public static PageRecorder into(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IOException(
              folder + " holds files already; pages are recorded into a new or empty folder");
        }
      }
    }
    Files.createDirectories(folder.resolve(BODIES));
    return new PageRecorder(folder.toAbsolutePath().toString());
  }

  @Override
  public void keep(MineAnswer answer) {
    Path bodies = Path.of(folder, BODIES);
    RecordedExchange exchange = RecordedExchange.of(answer);
    try {
      write(bodies, exchange.file(), answer.raw());
      write(bodies, exchange.file() + EXCHANGE, RecordingJson.bytes(exchange));
    } catch (IOException e) {
      throw new UncheckedIOException("recording into " + folder + ": " + e.getMessage(), e);
    }
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
