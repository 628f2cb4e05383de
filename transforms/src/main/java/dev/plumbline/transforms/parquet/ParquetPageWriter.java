package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import dev.plumbline.transforms.page.Row;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The core of the parquet_write stage: packed pages in, one Parquet file out. Not thread-safe. */
public final class ParquetPageWriter implements WriteCore.PageWriter {
  private final TableSchema schema;
  private final PageOrder order;
  private final ParquetWriter<Row> file;

  ParquetPageWriter(ParquetSpec spec, Map<String, String> metadata, WritableByteChannel channel)
      throws IOException {
    this.schema = spec.schema().table();
    this.order = new PageOrder(spec.judged());
    this.file =
        RowFile.to(channel, new RowWriteSupport(schema, metadata, order::metadata))
            .withCompressionCodec(
                spec.kept() ? CompressionCodecName.ZSTD : CompressionCodecName.UNCOMPRESSED)
            .withDictionaryEncoding(spec.kept())
            .withRowGroupSize(spec.rowGroupBytes())
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
    RowFile.close(file);
  }
}
