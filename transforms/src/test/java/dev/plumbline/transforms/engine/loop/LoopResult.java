package dev.plumbline.transforms.engine.loop;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file that a result goes into.
 *
 * @param doing what is being done, for errors
 * @param file the file
 */
record LoopResult(String doing, Path file) {
  /** Writes all rows of what a table came to. */
  Findings write(TableSchema schema, List<Object[]> rows, WrittenTable table) {
    try (NewFile made = NewFile.create(file)) {
      PageWriter writer = ParquetSpec.of(DescribedSchema.of(schema), "loop").open(made.channel());
      writer.write(page(schema, rows));
      writer.finish();
      made.complete();
      return new Findings(
          table.rows(),
          Map.of("rows", BigInteger.valueOf(rows.size())),
          null,
          List.of(new WrittenFile(file.toString(), rows.size(), Files.size(file))));
    } catch (IOException e) {
      throw new TableException(doing + ": " + e, e);
    }
  }

  private static PackedPage page(TableSchema schema, List<Object[]> rows) {
    PageBuilder page = new PageBuilder(schema, 1 << 16);
    for (Object[] row : rows) {
      page.startRow();
      for (int i = 0; i < row.length; i++) {
        add(row[i], i, schema, page);
      }
    }
    return page.build(0, 0);
  }

  private static void add(Object cell, int column, TableSchema schema, PageBuilder page) {
    if (cell == null) {
      page.addNull(column);
      return;
    }
    switch (schema.column(column).type()) {
      case STRING -> {
        byte[] utf8 = ((Text) cell).utf8();
        page.addUtf8(utf8, 0, utf8.length);
      }
      case INT64, TIMESTAMP -> page.addInt64((Long) cell);
      case DOUBLE -> page.addDouble((Double) cell);
      case BOOLEAN -> page.addBoolean((Boolean) cell);
      case DATE -> page.addDate((Integer) cell);
      case DECIMAL -> throw PackedPage.notHeld(schema.column(column).type());
    }
  }
}
