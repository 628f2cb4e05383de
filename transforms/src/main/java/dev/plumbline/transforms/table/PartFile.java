package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.page.PackedPage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A file that a lane of a bundle writes, from its first page on; without a page there is none. */
final class PartFile implements Closeable {
  private final WritePages of;
  private final Path folder;
  private @Nullable Open open;

  PartFile(WritePages of, Path folder) {
    this.of = of;
    this.folder = folder;
  }

  private record Open(Path path, NewFile file, TimedWriter writer, int firstPage) {}

  /** A part, complete, and what completing it cost. */
  record Finished(WrittenPart part, StageInterval cost) {}

  /** Adds the rows of a page; what opening the file and writing the page cost. */
  List<StageInterval> write(PackedPage page) throws WriteException {
    if (open != null) {
      return List.of(open.writer().write(page));
    }
    Open begun = begin(page.index());
    open = begun;
    return List.of(begun.writer().opened(), begun.writer().write(page));
  }

  private Open begin(int firstPage) throws WriteException {
    try {
      Files.createDirectories(folder);
      Path path = folder.resolve("%016x".formatted(ThreadLocalRandom.current().nextLong()));
      NewFile file = NewFile.create(path);
      try {
        return new Open(path, file, of.writer(file.channel()), firstPage);
      } catch (WriteException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (WriteException e) {
      throw e;
    } catch (IOException e) {
      throw new WriteException(folder.toString(), e);
    }
  }

  /** Completes the file, if there is one. */
  Optional<Finished> finish() throws WriteException {
    Open begun = open;
    if (begun == null) {
      return Optional.empty();
    }
    StageInterval cost = begun.writer().finish();
    try {
      begun.file().complete();
    } catch (IOException e) {
      throw new WriteException(begun.path().toString(), e);
    }
    open = null;
    return Optional.of(new Finished(of.part(begun.path().toString(), begun.firstPage()), cost));
  }

  /** What is not complete is gone. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      open.file().close();
    }
  }
}
