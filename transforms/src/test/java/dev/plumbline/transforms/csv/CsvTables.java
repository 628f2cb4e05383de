package dev.plumbline.transforms.csv;

import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Rows written as CSV, without a pipeline. */
final class CsvTables {
  private CsvTables() {}

  /** Writes rows, in pages of 700. */
  static void write(ExportSchema schema, List<List<Object>> rows, WritableByteChannel channel)
      throws IOException {
    PageWriter writer = new CsvSpec(schema).open(channel);
    for (PackedPage page : Tables.pages(schema.table(), rows, 700)) {
      writer.write(page);
    }
    writer.finish();
  }
}
