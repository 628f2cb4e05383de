package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * How to write an export as Parquet: zstd, one optional column for each view, and in each file's
 * metadata, for each column, its view and InterMine type ({@code plumbline.column.NAME.view},
 * {@code .type}) and the mine ({@code plumbline.source}).
 *
 * @param schema the export's columns
 * @param source the mine's address
 * @param rowGroupBytes about how much is held back before a row group is written
 */
public record ParquetSpec(ExportSchema schema, String source, long rowGroupBytes)
    implements WriteCore {
  private static final long serialVersionUID = 1;

  /**
   * Row groups of 32 MiB: enough for zstd and scans, and little enough for several writers in a
   * small heap.
   */
  public static ParquetSpec of(ExportSchema schema, String source) {
    return new ParquetSpec(schema, source, 32L << 20);
  }

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    return new ParquetPageWriter(schema.table(), metadata(), rowGroupBytes, channel);
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("plumbline.source", source);
    for (ViewColumn view : schema.views()) {
      String key = "plumbline.column." + view.column().name();
      metadata.put(key + ".view", view.view());
      metadata.put(key + ".type", view.mineType());
    }
    return metadata;
  }
}
