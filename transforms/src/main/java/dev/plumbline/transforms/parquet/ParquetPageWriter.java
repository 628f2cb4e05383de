package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.util.AutoCloseables;

/** The core of the parquet_write stage: packed pages in, one Parquet file out. Not thread-safe. */
public final class ParquetPageWriter implements WriteCore.PageWriter {
  private final TableSchema schema;
  private final PageOrder order = new PageOrder();
  private final ParquetWriter<PageCursor> file;

  ParquetPageWriter(
      TableSchema schema,
      Map<String, String> metadata,
      long rowGroupBytes,
      CompressionCodecName codec,
      WritableByteChannel channel)
      throws IOException {
    this.schema = schema;
    this.file =
        new Builder(new ChannelOutputFile(channel), schema, metadata, order)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(codec)
            .withRowGroupSize(rowGroupBytes)
            .build();
  }

  @Override
  public void write(PackedPage page) throws IOException {
    PageCursor cursor = new PageCursor(schema, page);
    while (cursor.next()) {
      file.write(cursor);
    }
    order.add(page);
  }

  @Override
  public void finish() throws IOException {
    try {
      file.close();
    } catch (AutoCloseables.ParquetCloseResourceException e) {
      // parquet-java hides what went wrong with the disk in an unchecked exception
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<PageCursor, Builder> {
    private final TableSchema schema;
    private final Map<String, String> metadata;
    private final PageOrder order;

    Builder(OutputFile file, TableSchema schema, Map<String, String> metadata, PageOrder order) {
      super(file);
      this.schema = schema;
      this.metadata = metadata;
      this.order = order;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the superclass, so it must be here
    protected WriteSupport<PageCursor> getWriteSupport(Configuration conf) {
      return new PackedWriteSupport(schema, metadata, order);
    }

    @Override
    protected WriteSupport<PageCursor> getWriteSupport(ParquetConfiguration conf) {
      return new PackedWriteSupport(schema, metadata, order);
    }
  }
}
