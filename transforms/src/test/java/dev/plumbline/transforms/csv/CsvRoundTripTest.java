package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the core writes, the judge reads back as it was, through DuckDB. */
class CsvRoundTripTest {
  private static final long SEED = 4711;
  private static final ExportSchema TEXTS = Tables.export(ColumnType.STRING, ColumnType.STRING);

  @TempDir Path directory;

  @Test
  void textsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        TEXTS,
        pairs(
            List.of(
                "",
                "\"",
                "\"\"",
                "a\"b",
                ",",
                ",,",
                "\n",
                "\r\n",
                "\r",
                "a\rb",
                "\n\n1,2\n",
                "\t",
                " a ",
                "\u0000",
                "a\u0000b",
                "ümlaut",
                "漢字",
                "\uD83C\uDF3E wheat",
                "\uFFFF",
                "\uFEFFmark",
                "\\",
                "\\N",
                "\\\"",
                "'x'",
                "#x",
                "007",
                "1e5",
                "NULL",
                "null",
                "NaN",
                "true",
                "2001-01-01",
                "c0",
                "\u0085\u2028")));
  }

  @Test
  void textOfSeveralMegabytesComesBack() throws Exception {
    String plain = "0123456789".repeat(500_000);
    String odd = "1,\"ü\"\r\n\n".repeat(500_000);

    assertComesBack(TEXTS, List.of(List.of(plain, odd), Arrays.asList(odd, null)));
  }

  /** 40 MB: more than DuckDB reads at once. */
  @Test
  void linesInsideOfTextsAreNotTakenForRecords() throws Exception {
    Random random = new Random(SEED);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(List.of("1,2\n\"3\",\n".repeat(random.nextInt(3_600)), "x\n" + i));
    }

    assertComesBack(TEXTS, rows);
  }

  @Test
  void doublesComeBackToTheSameBits() throws Exception {
    Random random = new Random(SEED);
    List<List<Object>> rows = new ArrayList<>();
    for (double edge :
        new double[] {
          0.0,
          -0.0,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE,
          1e7,
          0x1p53 + 2,
          2e-3,
        }) {
      rows.add(List.of(edge, -edge));
    }
    for (int i = 0; i < 50_000; i++) {
      rows.add(
          List.of(
              Double.longBitsToDouble(random.nextLong()),
              Double.longBitsToDouble(random.nextLong())));
    }

    assertComesBack(Tables.export(ColumnType.DOUBLE, ColumnType.DOUBLE), rows);
  }

  @Test
  void integersOfEveryLengthComeBack() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of(Long.MIN_VALUE, Long.MAX_VALUE));
    rows.add(Arrays.asList(null, 0L));
    for (long power = 1; power < Long.MAX_VALUE / 10; power *= 10) {
      rows.add(List.of(power, -power));
      rows.add(List.of(power - 1, 1 - power));
    }

    assertComesBack(Tables.export(ColumnType.INT64, ColumnType.INT64), rows);
  }

  @Test
  void datesOfAllYearsComeBack() throws Exception {
    Random random = new Random(SEED);
    int last = Integer.MAX_VALUE - 1;
    List<List<Object>> rows = new ArrayList<>();
    for (int day : new int[] {0, -1, 2932896, 2932897, -719162, -719163, -719528, -719529}) {
      rows.add(List.of(day(day), "edge"));
    }
    rows.add(List.of(day(last), "last"));
    rows.add(List.of(day(-last), "first"));
    rows.add(Arrays.asList(null, "none"));
    for (int i = 0; i < 10_000; i++) {
      rows.add(List.of(day(random.nextInt(last) >> random.nextInt(20)), "after"));
      rows.add(List.of(day(-(random.nextInt(last) >> random.nextInt(20))), "before"));
    }

    assertComesBack(Tables.export(ColumnType.DATE, ColumnType.STRING), rows);
  }

  @Test
  void mixedRowsComeBackInTheirOrder() throws Exception {
    ExportSchema schema =
        Tables.export(
            ColumnType.STRING,
            ColumnType.INT64,
            ColumnType.DOUBLE,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.STRING);

    assertComesBack(schema, Tables.random(schema.table(), new Random(SEED), 5_000));
  }

  @Test
  void aFileWithoutRowsHasNone() throws Exception {
    assertComesBack(TEXTS, List.of());
  }

  @Test
  void rowsBehindOddNamesComeBack() throws Exception {
    ExportSchema odd = new ExportSchema(List.of(view("a,b"), view("it's \"odd\"\n")));

    assertComesBack(odd, List.of(List.of("a", "b")));
  }

  private void assertComesBack(ExportSchema schema, List<List<Object>> rows) throws Exception {
    Path file = directory.resolve("rows.csv");
    try (WritableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      CsvTables.write(schema, rows, channel);
    }

    SchemaFile.write(SchemaFile.in(directory), DescribedSchema.of(schema));
    RowList back = new RowList();
    TableLocation.parse(file.toString()).open(Optional.empty()).read(back);
    List<List<Object>> read = back.rows();
    int shared = Math.min(rows.size(), read.size());
    int odd =
        IntStream.range(0, shared)
            .filter(i -> !rows.get(i).equals(read.get(i)))
            .findFirst()
            .orElse(-1);
    assertEquals(-1, odd, "the first row that differs; seed " + SEED);
    assertEquals(rows.size(), read.size());
    assertEquals(rows.size(), CsvRecordCounter.read(file.toString()).rows());
  }

  private static List<List<Object>> pairs(List<String> texts) {
    List<List<Object>> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(List.of(text, text));
      rows.add(Arrays.asList(text, null));
      rows.add(Arrays.asList(null, text));
    }
    rows.add(Arrays.asList(null, null));
    return rows;
  }

  private static ViewColumn view(String name) {
    return new ViewColumn(name, "java.lang.String", new Column(name, ColumnType.STRING));
  }

  private static LocalDate day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
