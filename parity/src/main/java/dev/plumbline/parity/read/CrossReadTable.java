package dev.plumbline.parity.read;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.util.OptionalLong;

/**
 * A table that two readers must agree on: both read it once when it is opened; then the first one
 * serves.
 */
final class CrossReadTable implements ReadableTable {
  private final ReadableTable first;
  private final ReadableTable second;

  private CrossReadTable(ReadableTable first, ReadableTable second) {
    this.first = first;
    this.second = second;
  }

  /**
   * Reads with both.
   *
   * @throws ParityReadException if they read different tables
   */
  static CrossReadTable of(ReadableTable first, ReadableTable second) {
    DigestAccumulator one = new DigestAccumulator(first.schema());
    DigestAccumulator two = new DigestAccumulator(second.schema());
    first.read(one.sink());
    second.read(two.sink());
    if (!one.digest().equals(two.digest())) {
      throw new ParityReadException(
          "Cannot read %s: %s and %s read different tables from it"
              .formatted(first.source(), first.reader(), second.reader()),
          null);
    }
    return new CrossReadTable(first, second);
  }

  @Override
  public String source() {
    return first.source();
  }

  @Override
  public String reader() {
    return first.reader() + " and " + second.reader();
  }

  @Override
  public TableSchema schema() {
    return first.schema();
  }

  @Override
  public OptionalLong expectedRows() {
    return first.expectedRows();
  }

  @Override
  public void read(RowSink sink) {
    first.read(sink);
  }
}
