package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How to write a relation that an engine computed as Parquet: zstd, every column optional.
 *
 * @param schema its columns; none of them decimals
 */
public record ParquetResult(TableSchema schema) implements WriteCore {
  private static final long serialVersionUID = 1;
  private static final long ROW_GROUP_BYTES = 32L << 20;

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    return new ParquetPageWriter(
        schema, Map.of(), ROW_GROUP_BYTES, CompressionCodecName.ZSTD, channel);
  }
}
