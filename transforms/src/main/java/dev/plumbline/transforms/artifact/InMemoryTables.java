package dev.plumbline.transforms.artifact;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.PageSource.PageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tables that are held in this JVM's memory as packed pages, by name: so that writing them can be
 * measured without reading them.
 */
public final class InMemoryTables {
  private static final Map<String, InMemory> TABLES = new ConcurrentHashMap<>();

  private InMemoryTables() {}

  /** Reads a table into memory, under this name. */
  public static void hold(String name, PageSource source) throws IOException {
    List<PackedPage> pages = new ArrayList<>();
    try (PageReader reader = source.open()) {
      for (Optional<PackedPage> page = reader.next(); page.isPresent(); page = reader.next()) {
        pages.add(page.get());
      }
    }
    TABLES.put(name, new InMemory(source.schema(), pages));
  }

  /** Forgets it. */
  public static void release(String name) {
    TABLES.remove(name);
  }

  /**
   * The table of this name.
   *
   * @throws IllegalStateException if this JVM holds none
   */
  static PageSource get(String name) {
    InMemory table = TABLES.get(name);
    if (table == null) {
      throw new IllegalStateException("This JVM holds no table '" + name + "'");
    }
    return table;
  }

  private record InMemory(TableSchema schema, List<PackedPage> pages) implements PageSource {
    @Override
    public PageReader open() {
      Iterator<PackedPage> left = pages.iterator();
      return new PageReader() {
        @Override
        public Optional<PackedPage> next() {
          return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
    }
  }
}
