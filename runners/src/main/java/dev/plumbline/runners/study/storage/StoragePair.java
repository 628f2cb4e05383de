package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/**
 * The same rows as CSV and as Parquet, proven to be the same.
 *
 * @param name the scenario
 * @param schema the columns
 * @param csv the CSV files
 * @param parquet the Parquet files
 * @param rows the rows
 * @param contentHash of these
 * @param scanned what a scan must find
 * @param remarks what was made or written again, and why
 */
record StoragePair(
    String name,
    TableSchema schema,
    WrittenTable csv,
    WrittenTable parquet,
    long rows,
    String contentHash,
    Findings scanned,
    List<String> remarks) {
  WrittenTable table(FileForm form) {
    return switch (form) {
      case CSV -> csv;
      case PARQUET -> parquet;
    };
  }
}
