package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Parquet files that together are one table, whoever wrote them, in the order of the files.
 *
 * @param table the files
 * @param schema the columns that are read
 * @param pageRows the rows of a page
 */
public record ParquetTable(WrittenTable table, TableSchema schema, int pageRows)
    implements PageSource {

  @Override
  public PageReader open() {
    List<RowGroup> groups = new ArrayList<>();
    for (WrittenFile file : table.files()) {
      groups.addAll(RowGroupReader.groups(file.path()));
    }
    return new Reader(groups.iterator());
  }

  private final class Reader implements PageReader {
    private final Iterator<RowGroup> groups;
    private final Deque<PackedPage> pages = new ArrayDeque<>();
    private final PageBuilder builder = new PageBuilder(schema, 1 << 18);
    private int index;
    private long start;

    Reader(Iterator<RowGroup> groups) {
      this.groups = groups;
    }

    @Override
    public Optional<PackedPage> next() {
      while (pages.isEmpty() && groups.hasNext()) {
        RowGroupReader.feed(groups.next(), schema.columns(), new Cutter());
        if (!groups.hasNext() && builder.rows() > 0) {
          cut();
        }
      }
      return Optional.ofNullable(pages.poll());
    }

    private void cut() {
      PackedPage page = builder.build(index++, start);
      start += page.rows();
      pages.add(page);
    }

    @Override
    public void close() {
      // nothing is open between two row groups
    }

    private final class Cutter extends PackingSink {
      Cutter() {
        super(builder);
      }

      @Override
      public void endRow() {
        super.endRow();
        if (builder.rows() == pageRows) {
          cut();
        }
      }
    }
  }
}
