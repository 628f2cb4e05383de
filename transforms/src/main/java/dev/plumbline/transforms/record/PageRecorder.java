package dev.plumbline.transforms.record;

import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.Recorder;
import dev.plumbline.transforms.table.NewFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Keeps answers in a folder: of each the raw body, and beside it a small {@code .exchange.json}
 * that {@link RecordingManifest} gathers when the export is done. An answer to the same request
 * replaces the earlier one; what a killed writer leaves is never taken for a body.
 *
 * @param folder where the recording grows, reachable from every worker
 */
public record PageRecorder(String folder) implements Recorder {
  private static final long serialVersionUID = 1;

  /** Where bodies are, within a recording. */
  static final String BODIES = "bodies";

  /** Ends the name of what is said of a body. */
  static final String EXCHANGE = ".exchange.json";

  /**
   * Begins a recording. Until it is complete it is called {@code .NAME.partial}; what an export
   * that did not end well has left under that name is dropped.
   *
   * @param folder what the recording will be called; new or empty
   * @throws IOException if the folder holds files already, or nothing can be made beside it
   */
  public static PageRecorder into(Path folder) throws IOException {
    if (holdsFiles(folder)) {
      throw new IOException(
          folder + " holds files already; pages are recorded into a new or empty folder");
    }
    Path partial = partial(folder);
    drop(partial);
    Files.createDirectories(partial.resolve(BODIES));
    return new PageRecorder(partial.toString());
  }

  /** Whether a recording by that name would meet files that are there already. */
  public static boolean holdsFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  static Path partial(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return whole.resolveSibling("." + whole.getFileName() + ".partial");
  }

  private static void drop(Path partial) throws IOException {
    Files.deleteIfExists(partial.resolve(RecordingManifest.FILE));
    Path bodies = partial.resolve(BODIES);
    if (Files.isDirectory(bodies)) {
      try (Stream<Path> files = Files.list(bodies)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void keep(MineAnswer answer) {
    Path bodies = Path.of(folder, BODIES);
    RecordedExchange exchange = RecordedExchange.of(answer);
    try {
      NewFile.write(bodies.resolve(exchange.file()), answer.raw());
      NewFile.write(bodies.resolve(exchange.file() + EXCHANGE), RecordingJson.bytes(exchange));
    } catch (IOException e) {
      throw new UncheckedIOException("recording into " + folder + ": " + e.getMessage(), e);
    }
  }
}
