package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An export's Parquet files as pages in the order of the export, whatever the order and the number
 * of the files. Each file is read once from its beginning to its end; pages that lie there before
 * their turn are held until it comes.
 *
 * @param table the files, all of them written by {@link ParquetPageWriter}
 * @param schema the columns
 */
public record ExportedPages(WrittenTable table, TableSchema schema) implements PageSource {

  @Override
  public PageReader open() throws IOException {
    Map<Integer, FilePages> places = new HashMap<>();
    for (WrittenFile written : table.files()) {
      FilePages file = new FilePages(Path.of(written.path()), schema);
      for (PageOrder.Entry page : file.pages()) {
        FilePages other = places.put(page.index(), file);
        if (other != null) {
          throw new ArtifactException(
              file.path(),
              "page %d of the export is there, and in %s, too"
                  .formatted(page.index(), other.path()));
        }
      }
    }
    return new InOrder(places);
  }

  private static final class InOrder implements PageReader {
    private final Map<Integer, FilePages> places;
    private int next;
    private long start;

    InOrder(Map<Integer, FilePages> places) {
      this.places = places;
    }

    @Override
    public Optional<PackedPage> next() throws IOException {
      if (next == places.size()) {
        return Optional.empty();
      }
      FilePages file = places.get(next);
      if (file == null) {
        throw new ArtifactException(
            "%d pages of the export are there, but page %d is not among them"
                .formatted(places.size(), next),
            null);
      }
      PackedPage page = file.take(next);
      PackedPage placed = new PackedPage(next, start, page.rows(), page.data());
      next++;
      start += page.rows();
      return Optional.of(placed);
    }

    @Override
    public void close() {
      // nothing is open between two pages
    }
  }
}
