package dev.plumbline.transforms.rowstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TimedWriter;
import dev.plumbline.transforms.table.WriteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStreamPageWriterTest {
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final TableSchema TEXTS =
      Tables.export(ColumnType.STRING, ColumnType.STRING).table();

  @TempDir Path directory;

  @Test
  void writesTheFormByteForByte() throws Exception {
    String lines =
        lines(
            SCHEMA,
            List.of(
                Arrays.asList("say \"ä\"\\\r\n", -7L, 0.1, true, LocalDate.of(476, 9, 4), ""),
                Arrays.asList(
                    "\u0001\u007f\uD83C\uDF3E/",
                    Long.MIN_VALUE,
                    Double.NaN,
                    false,
                    LocalDate.of(12345, 1, 1),
                    null),
                Arrays.asList(
                    null, null, Double.NEGATIVE_INFINITY, null, LocalDate.of(-44, 3, 15), "x"),
                Arrays.asList("", 0L, -0.0, null, null, "")));

    assertEquals(
        """
        {"c0":"say \\"ä\\"\\\\\\r\\n","c1":-7,"c2":0.1,"c3":true,"c4":"0476-09-04","c5":""}
        {"c0":"\\u0001\u007f\uD83C\uDF3E/","c1":-9223372036854775808,"c2":"NaN","c3":false,\
        "c4":"12345-01-01","c5":null}
        {"c0":null,"c1":null,"c2":"-Infinity","c3":null,"c4":"-0044-03-15","c5":"x"}
        {"c0":"","c1":0,"c2":-0.0,"c3":null,"c4":null,"c5":""}
        """,
        lines);
  }

  @Test
  void aTableWithoutRowsIsAFileWithoutLines() throws Exception {
    assertEquals("", lines(TEXTS, List.of()));
  }

  @Test
  void refusesDatesThatReadersTakeForInfinityAndNamesTheColumn() {
    for (int day : new int[] {Integer.MAX_VALUE, -Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  lines(
                      SCHEMA,
                      List.of(
                          Arrays.asList(null, null, null, null, LocalDate.ofEpochDay(day), null))));

      assertTrue(refused.getMessage().contains("'c4'"), refused.getMessage());
      assertTrue(refused.getMessage().contains(Integer.toString(day)), refused.getMessage());
    }
  }

  @Test
  void anErrorOfTheDiskIsAWriteExceptionThatSaysWhere() throws Exception {
    StageClock clock = new StageClock("row-stream", "row_stream");
    TimedWriter writer =
        new TimedWriter(new RowStreamSpec(TEXTS), clock, new Full(), "results/rows.jsonl");
    PackedPage page = Tables.page(TEXTS, 0, 0, List.of(List.of("a", "b".repeat(1 << 17))));

    WriteException failed = assertThrows(WriteException.class, () -> writer.write(page));

    assertEquals("Cannot write into results/rows.jsonl: the disk is full", failed.getMessage());
  }

  private String lines(TableSchema schema, List<List<Object>> rows) throws IOException {
    Path file = directory.resolve("rows.jsonl");
    return Files.readString(StoredTables.write(file, new RowStreamSpec(schema), schema, rows));
  }

  private static final class Full implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      throw new IOException("the disk is full");
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
