package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.Row;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes the rows of a relation that an engine computed as one Parquet file: zstd, every column
 * optional. Not thread-safe.
 */
public final class ParquetRowWriter {
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final ParquetWriter<Row> file;
  private long rows;

  /**
   * Begins a file.
   *
   * @param schema its columns; none of them decimals
   * @param uniqueColumn one whose values are all different, so that a dictionary cannot pay
   * @param channel where the file goes; closed by the caller, after {@link #finish}
   */
  public ParquetRowWriter(TableSchema schema, String uniqueColumn, WritableByteChannel channel)
      throws IOException {
    this.file =
        RowFile.to(channel, new RowWriteSupport(schema, Map.of(), Map::of))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withDictionaryEncoding(uniqueColumn, false)
            .build();
  }

  /** Adds a row. */
  public void write(Row row) throws IOException {
    file.write(row);
    rows++;
  }

  /** Writes what is still held back and completes the file; returns how many rows it has. */
  public long finish() throws IOException {
    RowFile.close(file);
    return rows;
  }
}
