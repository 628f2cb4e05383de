package dev.plumbline.transforms.rowstream;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.PageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines in, packed pages out. What is wrong with a line is named by file and line. */
final class RowStreamReader implements PageSource.PageReader {
  /** A page that has grown so large is cut, however few its rows are. */
  private static final int LARGE_PAGE_BYTES = 32 << 20;

  private final int pageRows;
  private final Iterator<Path> files;
  private final LineParser parser;
  private final PageBuilder page;
  private @Nullable Lines line;
  private int index;
  private long start;

  RowStreamReader(RowStream stream) {
    this.pageRows = stream.pageRows();
    this.files = stream.files().iterator();
    this.parser = new LineParser(stream.schema(), stream.keysMayMiss());
    this.page = new PageBuilder(stream.schema(), 1 << 18);
  }

  @Override
  public Optional<PackedPage> next() throws IOException {
    for (Lines at = nextLine(); at != null; at = nextLine()) {
      add(at);
      if (page.rows() == pageRows || page.sizeBytes() >= LARGE_PAGE_BYTES) {
        return Optional.of(build());
      }
    }
    return page.rows() > 0 ? Optional.of(build()) : Optional.empty();
  }

  private @Nullable Lines nextLine() throws IOException {
    while (true) {
      Lines at = line;
      if (at != null && at.next()) {
        return at;
      }
      close();
      if (!files.hasNext()) {
        return null;
      }
      line = new Lines(files.next());
    }
  }

  private void add(Lines at) throws ArtifactException {
    try {
      parser.parse(at, page);
    } catch (LineException e) {
      throw new ArtifactException(at.file(), at.number(), String.valueOf(e.getMessage()));
    }
  }

  private PackedPage build() {
    PackedPage built = page.build(index++, start);
    start += built.rows();
    return built;
  }

  @Override
  public void close() throws IOException {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
