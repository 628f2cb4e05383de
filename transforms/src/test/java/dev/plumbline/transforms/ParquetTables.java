package dev.plumbline.transforms;

import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Rows written as Parquet files, without a pipeline. */
public final class ParquetTables {
  private ParquetTables() {}

  /** Writes rows into so many files, each of about as many rows. */
  public static WrittenTable write(
      Path directory, ExportSchema schema, List<List<Object>> rows, int files) throws IOException {
    Files.createDirectories(directory);
    List<WrittenFile> written = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      int from = rows.size() * i / files;
      int to = rows.size() * (i + 1) / files;
      Path file = directory.resolve("rows-%d-of-%d.parquet".formatted(i, files));
      write(file, schema, Tables.page(schema.table(), i, from, rows.subList(from, to)));
      written.add(ParquetFooter.read(file.toString()));
    }
    return new WrittenTable(written);
  }

  private static void write(Path file, ExportSchema schema, PackedPage page) throws IOException {
    try (WritableByteChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      PageWriter writer = ParquetSpec.of(schema, "a test").open(channel);
      writer.write(page);
      writer.finish();
    }
  }
}
