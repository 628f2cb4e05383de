package dev.plumbline.runners.study.engines;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Path;
import java.util.List;

/**
 * What the judge reads of a source's files.
 *
 * @param schema its columns
 * @param contentHash of its rows
 */
record Sources(TableSchema schema, String contentHash) {
  static Sources of(WrittenTable source) {
    List<Path> paths = source.files().stream().map(WrittenFile::path).map(Path::of).toList();
    ReadableTable table = ParquetFiles.open("source files", paths);
    Reading reading = Reading.of(table, CompareSpec.of(List.of(), SampleSpec.defaults()));
    return new Sources(table.schema(), reading.witness().digest().content().hex());
  }
}
