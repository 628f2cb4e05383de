package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The pages of one Parquet file, cut again as they were written. Not thread-safe. */
final class FilePages {
  private static final int PAGE_BYTES = 1 << 16;

  private final Path path;
  private final TableSchema schema;
  private final List<PageOrder.Entry> pages;
  private final Iterator<RowGroup> groups;
  private final Cutter cutter;
  private final Map<Integer, PackedPage> waiting = new HashMap<>();

  FilePages(Path path, TableSchema schema) throws IOException {
    this.path = path;
    this.schema = schema;
    this.pages = ParquetFooter.pages(path);
    this.groups = RowGroupReader.groups(path.toString()).iterator();
    this.cutter = new Cutter(pages.iterator(), new PageBuilder(schema, PAGE_BYTES));
  }

  Path path() {
    return path;
  }

  List<PageOrder.Entry> pages() {
    return pages;
  }

  /**
   * The page of this number, which is taken once.
   *
   * @throws ArtifactException if the file ends before it
   */
  PackedPage take(int index) throws IOException {
    while (!waiting.containsKey(index)) {
      if (!groups.hasNext()) {
        throw new ArtifactException(path, "it ends before page " + index + " of the export");
      }
      RowGroupReader.feed(groups.next(), schema.columns(), cutter);
    }
    return waiting.remove(index);
  }

  /** Ends a page where its rows are complete. */
  private final class Cutter extends PackingSink {
    private final Iterator<PageOrder.Entry> ends;
    private final PageBuilder builder;
    private PageOrder.Entry entry;

    Cutter(Iterator<PageOrder.Entry> ends, PageBuilder builder) {
      super(builder);
      this.ends = ends;
      this.builder = builder;
      this.entry = nextEntry();
    }

    private PageOrder.Entry nextEntry() {
      return ends.hasNext() ? ends.next() : new PageOrder.Entry(-1, 0);
    }

    @Override
    public void endRow() {
      super.endRow();
      if (builder.rows() == entry.rows()) {
        waiting.put(entry.index(), builder.build(entry.index(), 0));
        entry = nextEntry();
      }
    }
  }
}
