package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TimedWriter;
import dev.plumbline.transforms.table.WriteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvPageWriterTest {
  private static final long SEED = 4711;
  private static final ExportSchema TEXTS = Tables.export(ColumnType.STRING, ColumnType.STRING);
  private static final ExportSchema DATES = Tables.export(ColumnType.DATE, ColumnType.STRING);

  @Test
  void writesTheDialectByteForByte() throws Exception {
    ExportSchema schema =
        Tables.export(
            ColumnType.STRING,
            ColumnType.INT64,
            ColumnType.DOUBLE,
            ColumnType.BOOLEAN,
            ColumnType.DATE);

    String csv =
        csv(
            schema,
            List.of(
                Arrays.asList("a,b", -7L, 0.1, true, LocalDate.of(476, 9, 4)),
                Arrays.asList("", 0L, Double.NEGATIVE_INFINITY, false, LocalDate.of(-44, 3, 15)),
                Arrays.asList("say \"ä\"\r\n", Long.MIN_VALUE, Double.NaN, true, date(12345)),
                Arrays.asList(null, null, null, null, null)));

    assertEquals(
        """
        c0,c1,c2,c3,c4
        "a,b",-7,0.1,true,0476-09-04
        "",0,-Infinity,false,-0044-03-15
        "say ""ä""\r
        ",-9223372036854775808,NaN,true,12345-01-01
        ,,,,
        """,
        csv);
  }

  @Test
  void refusesDatesThatReadersTakeForInfinityAndNamesTheColumn() {
    for (int day : new int[] {Integer.MAX_VALUE, -Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> csv(DATES, List.of(List.of(day(day), "never"))));

      assertTrue(refused.getMessage().contains("'c0'"), refused.getMessage());
      assertTrue(refused.getMessage().contains(Integer.toString(day)), refused.getMessage());
    }
  }

  @Test
  void namesAreQuotedWhereTextsAre() throws Exception {
    ExportSchema odd =
        new ExportSchema(List.of(view("a,b"), view("it's \"odd\""), view("two\nlines")));

    assertEquals("\"a,b\",\"it's \"\"odd\"\"\",\"two\nlines\"\n", csv(odd, List.of()));
  }

  @Test
  void aFileWithoutRowsIsAHeader() throws Exception {
    assertEquals("c0,c1\n", csv(TEXTS, List.of()));
  }

  @Test
  void refusesASingleColumn() {
    ExportSchema one = Tables.export(ColumnType.STRING);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new CsvSpec(one));

    assertTrue(refused.getMessage().contains("[c0]"), refused.getMessage());
    assertTrue(refused.getMessage().contains("one column"), refused.getMessage());
  }

  @Test
  void aChannelThatTakesLittleAtATimeGetsAll() throws Exception {
    List<List<Object>> rows = Tables.random(TEXTS.table(), new Random(SEED), 20_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.write(TEXTS, rows, new Slow(Channels.newChannel(out)));

    assertEquals(csv(TEXTS, rows), out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anErrorOfTheDiskIsAWriteExceptionThatSaysWhere() throws Exception {
    StageClock clock = new StageClock("csv-writer", "csv_write");
    TimedWriter writer = new TimedWriter(new CsvSpec(TEXTS), clock, new Full(), "results/rows.csv");
    PackedPage page = Tables.page(TEXTS.table(), 0, 0, List.of(List.of("a", "b".repeat(1 << 17))));

    WriteException whilePages = assertThrows(WriteException.class, () -> writer.write(page));
    WriteException whileFinishing = assertThrows(WriteException.class, writer::finish);

    for (WriteException failed : List.of(whilePages, whileFinishing)) {
      assertEquals("Cannot write into results/rows.csv: the disk is full", failed.getMessage());
    }
  }

  private static String csv(ExportSchema schema, List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.write(schema, rows, Channels.newChannel(out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ViewColumn view(String name) {
    return new ViewColumn(name, "java.lang.String", new Column(name, ColumnType.STRING));
  }

  private static LocalDate day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  private static LocalDate date(int year) {
    return LocalDate.of(year, 1, 1);
  }

  /** Takes at most seven bytes at a time. */
  private record Slow(WritableByteChannel channel) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int taken = Math.min(7, bytes.remaining());
      channel.write(bytes.slice(bytes.position(), taken));
      bytes.position(bytes.position() + taken);
      return taken;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** A disk without room. */
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
