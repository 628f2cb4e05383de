package dev.plumbline.transforms.engine;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.TableCore;

/** An engine that can take a table from files of either form, so that the forms can be compared. */
public interface StorageEngine extends Engine {
  /**
   * Reads every value of every column once.
   *
   * @param schema the columns, which CSV files do not type
   */
  TableCore scan(TableSchema schema, FileForm form);

  /**
   * Reads all rows into a table of the engine's own, in memory. Its figure is {@code rows}; without
   * rows it fails.
   *
   * @param schema the columns, which CSV files do not type
   */
  TableCore load(TableSchema schema, FileForm form);

  @Override
  default TableCore scan(TableSchema schema) {
    return scan(schema, FileForm.PARQUET);
  }
}
