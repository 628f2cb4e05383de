package dev.plumbline.transforms.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of a recording's answers. It is written last, synced, and by one rename: a folder
 * without it is no recording.
 */
public final class RecordingManifest {
  /** Its name within the folder. */
  public static final String FILE = "manifest.json";

  private RecordingManifest() {}

  /**
   * Completes the recording that was begun by {@link PageRecorder#into}, and gives it its name.
   *
   * @param folder its name
   * @return how many answers it holds
   */
  public static int complete(Path folder, RecordedExport export) throws IOException {
    int answers = write(folder, export);
    name(folder);
    return answers;
  }

  /**
   * Gives a recording whose manifest is written its name. Until then it can be read under {@link
   * #partial}.
   */
  public static void name(Path folder) throws IOException {
    Files.move(partial(folder), folder.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where a recording lies until it has its name. */
  public static Path partial(Path folder) {
    return PageRecorder.partial(folder);
  }

  /**
   * Writes the manifest, but leaves the recording without its name.
   *
   * @return how many answers it holds
   */
  public static int write(Path folder, RecordedExport export) throws IOException {
    Path partial = PageRecorder.partial(folder);
    Path bodies = partial.resolve(PageRecorder.BODIES);
    List<Path> notes = notes(bodies);
    List<byte[]> exchanges = new ArrayList<>();
    for (Path note : notes) {
      exchanges.add(Files.readAllBytes(note));
      sync(bodies.resolve(bodyOf(note)));
    }
    Path manifest = partial.resolve(FILE);
    Files.write(manifest, RecordingJson.manifest(export, exchanges));
    sync(manifest);
    for (Path note : notes) {
      Files.delete(note);
    }
    return exchanges.size();
  }

  private static String bodyOf(Path note) {
    String name = note.getFileName().toString();
    return name.substring(0, name.length() - PageRecorder.EXCHANGE.length());
  }

  private static List<Path> notes(Path bodies) throws IOException {
    try (Stream<Path> files = Files.list(bodies)) {
      return files.filter(f -> f.toString().endsWith(PageRecorder.EXCHANGE)).sorted().toList();
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
