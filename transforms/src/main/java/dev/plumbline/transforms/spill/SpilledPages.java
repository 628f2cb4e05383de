package dev.plumbline.transforms.spill;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.PageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pages of an export, in their order, whichever writer got which. */
public final class SpilledPages implements PageSource {
  private final TableSchema schema;
  private final List<Path> files;
  private final List<SpilledPage> pages;

  private SpilledPages(TableSchema schema, List<Path> files, List<SpilledPage> pages) {
    this.schema = schema;
    this.files = files;
    this.pages = pages;
  }

  /**
   * Finds the pages in the files that {@link PageSpill} wrote.
   *
   * @param schema the pages' columns
   * @param count how many pages there are
   * @throws ArtifactException if a file is not complete, or if not every page from 0 to {@code
   *     count - 1} is there exactly once
   */
  public static SpilledPages of(TableSchema schema, List<Path> files, int count)
      throws IOException {
    SpilledPage[] pages = new SpilledPage[count];
    for (Path path : files) {
      try (SpillFile file = new SpillFile(path)) {
        for (SpilledPage page : file.pages()) {
          place(page, pages);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      if (pages[i] == null) {
        throw new ArtifactException(
            "Cannot read the pages of %s: page %d of %d is missing"
                .formatted(names(files), i, count),
            null);
      }
    }
    return new SpilledPages(schema, List.copyOf(files), List.of(pages));
  }

  private static void place(SpilledPage page, SpilledPage[] pages) throws ArtifactException {
    if (page.index() >= pages.length) {
      throw new ArtifactException(
          page.file(), "it holds page %d, expected %d pages".formatted(page.index(), pages.length));
    }
    SpilledPage before = pages[page.index()];
    if (before != null) {
      throw new ArtifactException(
          page.file(), "it holds page %d, as %s does".formatted(page.index(), before.file()));
    }
    pages[page.index()] = page;
  }

  private static List<Path> names(List<Path> files) {
    return files.stream().map(Path::getFileName).toList();
  }

  /** The rows of all pages. */
  public long rows() {
    return pages.stream().mapToLong(SpilledPage::rows).sum();
  }

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public PageReader open() {
    return new Reader(pages);
  }

  /** Deletes the files. */
  public void delete() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static final class Reader implements PageReader {
    private final List<SpilledPage> pages;
    private final Map<Path, SpillFile> opened = new HashMap<>();
    private int next;

    Reader(List<SpilledPage> pages) {
      this.pages = pages;
    }

    @Override
    public Optional<PackedPage> next() throws IOException {
      if (next == pages.size()) {
        return Optional.empty();
      }
      SpilledPage page = pages.get(next++);
      SpillFile file = opened.get(page.file());
      if (file == null) {
        file = new SpillFile(page.file());
        opened.put(page.file(), file);
      }
      return Optional.of(file.read(page));
    }

    @Override
    public void close() throws IOException {
      for (SpillFile file : opened.values()) {
        file.close();
      }
    }
  }
}
