package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/**
 * The files of a pair, and how the judge reads them.
 *
 * @param csv the CSV files
 * @param parquet the Parquet files
 * @param left the CSV, as the judge reads it
 * @param right the Parquet, as the judge reads it
 * @param remarks what was made or written again, and why
 */
record PairFiles(
    WrittenTable csv,
    WrittenTable parquet,
    ReadableTable left,
    ReadableTable right,
    List<String> remarks) {
  long rows() {
    return parquet.rows();
  }
}
