package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.Row;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands the cells of a row to parquet-java; strings as views of the bytes that they come in. */
final class RowWriteSupport extends WriteSupport<Row> {
  private final TableSchema schema;
  private final Map<String, String> metadata;
  private final Supplier<Map<String, String>> metadataAtEnd;
  private @Nullable Cells cells;

  /**
   * Of rows with these columns.
   *
   * @param metadata of the file
   * @param metadataAtEnd more of them, which are known when all rows are written
   */
  RowWriteSupport(
      TableSchema schema,
      Map<String, String> metadata,
      Supplier<Map<String, String>> metadataAtEnd) {
    this.schema = schema;
    this.metadata = metadata;
    this.metadataAtEnd = metadataAtEnd;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in the superclass, so it must be here
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(ParquetSchema.of(schema), metadata);
  }

  @Override
  public FinalizedWriteContext finalizeWrite() {
    return new FinalizedWriteContext(metadataAtEnd.get());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    cells = new Cells(schema.names().toArray(String[]::new), consumer);
  }

  @Override
  public void write(Row row) {
    Cells sink = Objects.requireNonNull(cells, "prepareForWrite comes before write");
    sink.start();
    row.feedRow(sink);
  }

  /** A row sink over parquet-java's record consumer: a null is a field that is left out. */
  private static final class Cells implements RowSink {
    private final String[] names;
    private final RecordConsumer consumer;
    private int column;

    Cells(String[] names, RecordConsumer consumer) {
      this.names = names;
      this.consumer = consumer;
    }

    void start() {
      consumer.startMessage();
    }

    @Override
    public void nullCell() {
      column++;
    }

    @Override
    public void int64Cell(long value) {
      consumer.startField(names[column], column);
      consumer.addLong(value);
      endCell();
    }

    @Override
    public void doubleCell(double value) {
      consumer.startField(names[column], column);
      consumer.addDouble(value);
      endCell();
    }

    @Override
    public void booleanCell(boolean value) {
      consumer.startField(names[column], column);
      consumer.addBoolean(value);
      endCell();
    }

    @Override
    public void dateCell(int epochDay) {
      consumer.startField(names[column], column);
      consumer.addInteger(epochDay);
      endCell();
    }

    @Override
    public void timestampCell(long epochMicros) {
      int64Cell(epochMicros);
    }

    @Override
    public void decimalCell(BigDecimal value) {
      throw ParquetSchema.noDecimals(names[column]);
    }

    @Override
    public void stringCell(byte[] utf8, int offset, int length) {
      consumer.startField(names[column], column);
      consumer.addBinary(Binary.fromReusedByteArray(utf8, offset, length));
      endCell();
    }

    @Override
    public void endRow() {
      consumer.endMessage();
      column = 0;
    }

    private void endCell() {
      consumer.endField(names[column], column);
      column++;
    }
  }
}
