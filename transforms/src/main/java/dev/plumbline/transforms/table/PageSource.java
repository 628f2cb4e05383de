package dev.plumbline.transforms.table;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A table that can be read as packed pages any number of times, in its order. */
public interface PageSource {
  /** The pages' columns. */
  TableSchema schema();

  /** Stands before the first page. */
  PageReader open() throws IOException;

  /** One reading, by one thread. */
  interface PageReader extends Closeable {
    /**
     * The next page, none behind the last. Pages are numbered from 0.
     *
     * @throws ArtifactException if what is read is not what it should be
     */
    Optional<PackedPage> next() throws IOException;
  }
}
