package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import dev.plumbline.transforms.table.WriteCore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** Packed pages in, one row stream out, as {@link RowStreamSpec} says. Not thread-safe. */
public final class RowStreamPageWriter implements WriteCore.PageWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator("")
          // the channel belongs to whoever opened it
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private static final int GATHERED_BYTES = 1 << 16;

  private final TableSchema schema;
  private final JsonGenerator json;
  private final JsonCells cells;

  RowStreamPageWriter(TableSchema schema, WritableByteChannel channel) throws IOException {
    this.schema = schema;
    this.json =
        JSON.createGenerator(
            new BufferedOutputStream(Channels.newOutputStream(channel), GATHERED_BYTES),
            JsonEncoding.UTF8);
    this.cells = new JsonCells(schema.names(), json);
  }

  /**
   * Adds the rows of a page.
   *
   * @throws IllegalArgumentException if a date is beyond what readers know
   */
  @Override
  public void write(PackedPage page) throws IOException {
    PageCursor cursor = new PageCursor(schema, page);
    try {
      while (cursor.next()) {
        cells.startRow();
        cursor.feedRow(cells);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void finish() throws IOException {
    json.close();
  }
}
