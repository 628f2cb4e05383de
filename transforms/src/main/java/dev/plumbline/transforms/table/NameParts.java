package dev.plumbline.transforms.table;

import dev.plumbline.parity.PageDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Gives the parts of a table their names, {@code rows-NNNNN-of-NNNNN}, in the order of their pages,
 * and removes what else lies in their folder: parts of bundles that were tried again. Tried again
 * itself, it finds some of them named.
 */
final class NameParts extends DoFn<List<WrittenPart>, WrittenTable> {
  private static final long serialVersionUID = 1;

  private final String directory;
  private final String suffix;
  private final String folder;

  NameParts(String directory, String suffix, String folder) {
    this.directory = directory;
    this.suffix = suffix;
    this.folder = folder;
  }

  @ProcessElement
  public void processElement(@Element List<WrittenPart> parts, MultiOutputReceiver out)
      throws WriteException {
    List<WrittenFile> files = new ArrayList<>();
    List<PageDigest> given = new ArrayList<>();
    try {
      for (WrittenPart part : parts) {
        String name = "rows-%05d-of-%05d%s".formatted(files.size(), parts.size(), suffix);
        Path path = Path.of(directory, name);
        NewFile.name(Path.of(part.file().path()), path);
        files.add(new WrittenFile(path.toString(), part.file().rows(), part.file().sizeBytes()));
        if (part.given() != null) {
          given.add(part.given());
        }
      }
      removeFolder();
    } catch (IOException e) {
      throw new WriteException(directory, e);
    }
    out.get(WritePages.TABLE).output(new WrittenTable(files));
    given.forEach(out.get(WritePages.PARITY)::output);
  }

  private void removeFolder() throws IOException {
    Path parts = Path.of(folder);
    if (Files.exists(parts)) {
      try (Stream<Path> left = Files.list(parts)) {
        for (Path file : left.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.delete(parts);
    }
  }
}
