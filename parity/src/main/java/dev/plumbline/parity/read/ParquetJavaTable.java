package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.parquet.Version;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * Parquet files, read through parquet-java, column by column without record assembly.
 *
 * @param source what they are, for the report
 * @param footers what their footers say
 * @param cells how each column's cells are read
 */
record ParquetJavaTable(String source, ParquetFooters footers, List<ParquetCell> cells)
    implements ReadableTable {

  /**
   * Files of one schema.
   *
   * @throws ParityReadException if the judge does not know a column's type, or parquet-java not how
   *     it is compressed
   */
  static ParquetJavaTable of(String source, ParquetFooters footers) {
    footers.files().forEach(file -> requireCodec(source, file));
    List<ParquetCell> cells =
        footers.schema().getFields().stream()
            .map(field -> ParquetCell.of(field.asPrimitiveType()))
            .toList();
    return new ParquetJavaTable(source, footers, cells);
  }

  private static void requireCodec(String source, Path file) {
    try {
      Optional<String> unreadable = ParquetFooterCheck.unreadableCodec(file);
      if (unreadable.isPresent()) {
        throw new ParityReadException(
            "Cannot read %s: %s: %s".formatted(source, file, unreadable.get()), null);
      }
    } catch (IOException e) {
      throw new ParityReadException("Cannot read %s: %s: %s".formatted(source, file, e), e);
    }
  }

  @Override
  public String reader() {
    return "parquet-java " + Version.VERSION_NUMBER;
  }

  @Override
  public TableSchema schema() {
    return footers.columns();
  }

  @Override
  public OptionalLong expectedRows() {
    return OptionalLong.of(footers.rows());
  }

  @Override
  public void read(RowSink sink) {
    for (Path path : footers.files()) {
      try (ParquetFileReader reader = ParquetFooters.open(path)) {
        FileMetaData file = reader.getFileMetaData();
        for (PageReadStore group = reader.readNextRowGroup();
            group != null;
            group = reader.readNextRowGroup()) {
          rows(group, file, sink);
        }
      } catch (ParityReadException e) {
        throw e;
      } catch (IOException | RuntimeException e) { // what parquet-java throws at damaged bytes
        throw new ParityReadException("Cannot read %s: %s: %s".formatted(source, path, e), e);
      }
    }
  }

  private void rows(PageReadStore group, FileMetaData file, RowSink sink) {
    MessageType schema = file.getSchema();
    int width = cells.size();
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(group, new NoAssembly(), schema, file.getCreatedBy());
    ColumnReader[] columns = new ColumnReader[width];
    ParquetCell.Feed[] feeds = new ParquetCell.Feed[width];
    int[] present = new int[width];
    for (int i = 0; i < width; i++) {
      columns[i] = store.getColumnReader(schema.getColumns().get(i));
      feeds[i] = cells.get(i).feed();
      present[i] = schema.getColumns().get(i).getMaxDefinitionLevel();
    }
    long rows = group.getRowCount();
    for (long row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        if (columns[i].getCurrentDefinitionLevel() == present[i]) {
          feeds[i].send(columns[i], sink);
        } else {
          sink.nullCell();
        }
        columns[i].consume();
      }
      sink.endRow();
    }
  }

  /** Column readers ask for converters; the values are taken from the readers themselves. */
  private static final class NoAssembly extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
