package dev.plumbline.transforms;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.PageSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Pages in memory.
 *
 * @param schema their columns
 * @param pages all of them
 */
public record PageList(TableSchema schema, List<PackedPage> pages) implements PageSource {
  @Override
  public PageReader open() {
    Iterator<PackedPage> rest = pages.iterator();
    return new PageReader() {
      @Override
      public Optional<PackedPage> next() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
