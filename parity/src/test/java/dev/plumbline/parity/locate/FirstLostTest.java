package dev.plumbline.parity.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.KeyHash;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowHasher;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstLostTest {
  @Test
  void findsNothingInEqualTablesOfAnotherOrder() {
    assertEquals(OptionalLong.empty(), first(of(1, 2, 3, 3), of(3, 2, 3, 1)));
  }

  @Test
  void findsTheFirstRowThatTheOtherLacks() {
    assertEquals(OptionalLong.of(2), first(of(1, 2, 3, 4), of(4, 2, 1, 9)));
  }

  @Test
  void countsEqualRows() {
    assertEquals(OptionalLong.of(3), first(of(7, 7, 8, 7), of(7, 8, 7, 5)));
  }

  @Test
  void extraRowsOfTheOtherAreNoLoss() {
    assertEquals(OptionalLong.empty(), first(of(1, 2), of(2, 3, 1)));
  }

  @Test
  void findsARowAmongMany() {
    long[] all = LongStream.range(0, 50_000).toArray();
    long[] shifted = LongStream.range(0, 50_000).map(i -> i < 31_000 ? i : i - 1).toArray();

    assertEquals(OptionalLong.of(49_999), first(of(all), of(shifted)));
  }

  private static OptionalLong first(ReadableTable left, ReadableTable right) {
    return FirstLost.position(left, right, sums(left), sums(right));
  }

  private static BucketSums sums(ReadableTable table) {
    BucketSums sums = new BucketSums(new KeyHash(0));
    table.read(new RowHasher(table.schema(), sums));
    return sums;
  }

  private static ReadableTable of(long... values) {
    return new Numbers(List.copyOf(LongStream.of(values).boxed().toList()));
  }

  private record Numbers(List<Long> values) implements ReadableTable {
    @Override
    public String source() {
      return "numbers";
    }

    @Override
    public String reader() {
      return "a list";
    }

    @Override
    public TableSchema schema() {
      return new TableSchema(List.of(new Column("n", ColumnType.INT64)));
    }

    @Override
    public OptionalLong expectedRows() {
      return OptionalLong.of(values.size());
    }

    @Override
    public void read(RowSink sink) {
      for (long value : values) {
        sink.int64Cell(value);
        sink.endRow();
      }
    }
  }
}
