package dev.plumbline.transforms.rowstream;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCutter;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.PageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines in, packed pages out. What is wrong with a line is named by file and line. */
final class RowStreamReader implements PageSource.PageReader {
  private final Iterator<Path> files;
  private final LineParser parser;
  private final PageCutter pages;
  private @Nullable Lines line;

  RowStreamReader(RowStream stream) {
    this.files = stream.files().iterator();
    this.parser = new LineParser(stream);
    this.pages = new PageCutter(stream.schema(), stream.pageRows());
  }

  @Override
  public Optional<PackedPage> next() throws IOException {
    for (Lines at = nextLine(); at != null; at = nextLine()) {
      add(at);
      if (pages.full()) {
        return pages.cut();
      }
    }
    return pages.cut();
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
      parser.parse(at, pages.rows());
    } catch (LineException e) {
      throw new ArtifactException(at.file(), at.number(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
