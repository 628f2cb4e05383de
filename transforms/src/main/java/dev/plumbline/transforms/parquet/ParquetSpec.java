package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * How to write a table as Parquet: with zstd or uncompressed, all columns optional, and in each
 * file's metadata, for each column whose view is known, its view and InterMine type ({@code
 * plumbline.column.NAME.view}, {@code .type}) and where the table comes from ({@code
 * plumbline.source}).
 *
 * @param schema the columns
 * @param source the mine's address, or what else the table comes from
 * @param rowGroupBytes about how much is held back before a row group is written
 * @param kept whether the file is to stay: then pages are compressed with zstd, and columns have
 *     dictionaries where these pay
 * @param judged whether each file tells what pages it was given, for the judge
 */
public record ParquetSpec(
    DescribedSchema schema, String source, long rowGroupBytes, boolean kept, boolean judged)
    implements WriteCore {
  private static final long serialVersionUID = 1;

  /**
   * Row groups of 32 MiB: enough for zstd and scans, and little enough for several writers in a
   * small heap.
   */
  public static ParquetSpec of(DescribedSchema schema, String source) {
    return new ParquetSpec(schema, source, 32L << 20, true, false);
  }

  /**
   * The same for files that are read once and thrown away: neither compressed nor in dictionaries.
   */
  public ParquetSpec handedOver() {
    return new ParquetSpec(schema, source, rowGroupBytes, false, judged);
  }

  /** The same, with or without what the judge is told. */
  public ParquetSpec judged(boolean told) {
    return new ParquetSpec(schema, source, rowGroupBytes, kept, told);
  }

  /** The same of an export. */
  public static ParquetSpec of(ExportSchema schema, String source) {
    return of(DescribedSchema.of(schema), source);
  }

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    return new ParquetPageWriter(this, metadata(), channel);
  }

  @Override
  public boolean tellsPages() {
    return judged;
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
