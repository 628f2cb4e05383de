package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.read.PlainParquet;
import dev.plumbline.transforms.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads some columns of a row group, whoever wrote the file: column by column without record
 * assembly, and without a Hadoop file system.
 */
public final class RowGroupReader {
  private RowGroupReader() {}

  /**
   * The row groups of a file, in its order.
   *
   * @throws TableException if it is no whole Parquet file
   */
  public static List<RowGroup> groups(String file) {
    try (ParquetFileReader reader = open(file)) {
      List<BlockMetaData> blocks = reader.getRowGroups();
      RowGroup[] groups = new RowGroup[blocks.size()];
      long firstRow = 0;
      for (int i = 0; i < groups.length; i++) {
        BlockMetaData block = blocks.get(i);
        groups[i] = new RowGroup(file, i, firstRow, block.getRowCount(), block.getCompressedSize());
        firstRow += block.getRowCount();
      }
      return List.of(groups);
    } catch (IOException | RuntimeException e) { // what parquet-java throws at other files
      throw new TableException(file + " cannot be read as Parquet: " + e.getMessage(), e);
    }
  }

  /**
   * Sends all rows of a row group into a sink, in their order.
   *
   * @param columns the columns of a row, in the order of its cells; one may occur twice
   * @throws TableException if the file cannot be read, or lacks a column, or one has another type,
   *     or holds a value that a cell cannot: names the file and the column
   */
  public static void feed(RowGroup group, List<Column> columns, RowSink sink) {
    try (ParquetFileReader reader = open(group.file())) {
      MessageType schema = reader.getFileMetaData().getSchema();
      Map<String, Type> wanted = new LinkedHashMap<>();
      ColumnFeed[] feeds = new ColumnFeed[columns.size()];
      for (int i = 0; i < feeds.length; i++) {
        Column column = columns.get(i);
        feeds[i] = WantedColumn.feed(schema, column, group.file());
        wanted.put(column.name(), schema.getType(column.name()));
      }
      MessageType projection = new MessageType(schema.getName(), List.copyOf(wanted.values()));
      reader.setRequestedSchema(projection);
      PageReadStore pages = reader.readRowGroup(group.number());
      ColumnReadStoreImpl store =
          new ColumnReadStoreImpl(
              pages, new NoAssembly(), projection, reader.getFileMetaData().getCreatedBy());
      new Cells(store, projection, columns, feeds, group).feed(sink);
    } catch (TableException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // what parquet-java throws at damaged bytes
      throw new TableException(
          "%s cannot be read, in row group %d: %s"
              .formatted(group.file(), group.number(), SourceFooter.reason(e)),
          e);
    }
  }

  /** Opens a file without any Hadoop configuration. */
  static ParquetFileReader open(String file) throws IOException {
    return ParquetFileReader.open(new SourceFile(Path.of(file)), PlainParquet.reading());
  }

  /** The columns of one row group, side by side. */
  private static final class Cells {
    private final ColumnReader[] readers;
    private final int[] present;
    private final ColumnReader[] cells;
    private final int[] cellPresent;
    private final ColumnFeed.Feed[] feeds;
    private final List<Column> columns;
    private final RowGroup group;

    Cells(
        ColumnReadStoreImpl store,
        MessageType projection,
        List<Column> columns,
        ColumnFeed[] feeds,
        RowGroup group) {
      this.readers = new ColumnReader[projection.getFieldCount()];
      this.present = new int[readers.length];
      List<ColumnDescriptor> descriptors = projection.getColumns(); // it makes them each time
      for (int i = 0; i < readers.length; i++) {
        readers[i] = store.getColumnReader(descriptors.get(i));
        present[i] = descriptors.get(i).getMaxDefinitionLevel();
      }
      this.cells = new ColumnReader[feeds.length];
      this.cellPresent = new int[feeds.length];
      this.feeds = new ColumnFeed.Feed[feeds.length];
      for (int i = 0; i < feeds.length; i++) {
        int field = projection.getFieldIndex(columns.get(i).name());
        cells[i] = readers[field];
        cellPresent[i] = present[field];
        this.feeds[i] = feeds[i].feed();
      }
      this.columns = columns;
      this.group = group;
    }

    void feed(RowSink sink) {
      int i = 0;
      try {
        for (long row = 0; row < group.rows(); row++) {
          for (i = 0; i < cells.length; i++) {
            if (cells[i].getCurrentDefinitionLevel() == cellPresent[i]) {
              feeds[i].send(cells[i], sink);
            } else {
              sink.nullCell();
            }
          }
          for (ColumnReader reader : readers) {
            reader.consume();
          }
          sink.endRow();
        }
      } catch (UnheldValue e) {
        throw WantedColumn.unreadable(columns.get(i), group.file(), String.valueOf(e.getMessage()));
      }
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
