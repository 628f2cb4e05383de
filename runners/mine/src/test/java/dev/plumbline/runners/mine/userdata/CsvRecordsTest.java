package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {

  @TempDir Path folder;

  @Test
  void tellsNullFromTheEmptyText() throws IOException {
    assertEquals(List.of(Arrays.asList(null, "", null)), read(",\"\",\n", ','));
    assertEquals(List.of(Arrays.asList((String) null), List.of("")), read("\n\"\"\n", ','));
  }

  @Test
  void takesEveryLineEnd() throws IOException {
    List<List<String>> expected = List.of(List.of("a", "b"), List.of("c\r\nd", "e"));
    assertEquals(expected, read("a,b\r\n\"c\r\nd\",e", ','));
    assertEquals(expected, read("a,b\n\"c\r\nd\",e\r\n", ','));
  }

  @Test
  void keepsQuotesInsideABareField() throws IOException {
    assertEquals(List.of(List.of("5\" UTR", "x")), read("5\" UTR\tx\n", '\t'));
  }

  @Test
  void readsBackWhatIsQuoted() throws IOException, SQLException {
    long seed = 20_240_229;
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(Arrays.asList(text(random), text(random), text(random)));
    }
    String csv = rows.stream().map(CsvRecordsTest::line).collect(Collectors.joining());
    assertEquals(rows, read(csv, ','), "seed " + seed);
    assertEquals(rows, byDuckDb(csv), "seed " + seed + ": DuckDB reads the same");
  }

  private List<List<String>> byDuckDb(String csv) throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("t.csv"), csv);
    String sql =
        "SELECT * FROM read_csv('"
            + file
            + "', auto_detect=false, header=false, delim=',', quote='\"', escape='\"', nullstr='',"
            + " allow_quoted_nulls=false, columns={a: 'VARCHAR', b: 'VARCHAR', c: 'VARCHAR'})";
    List<List<String>> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var read = statement.executeQuery(sql)) {
      while (read.next()) {
        rows.add(Arrays.asList(read.getString(1), read.getString(2), read.getString(3)));
      }
    }
    return rows;
  }

  private static String text(Random random) {
    String[] pieces = {"a", "\"", ",", "\n", "\r\n", "\r", "\t", "\u00e9", "\uD83C\uDF31", " "};
    return random.nextInt(8) == 0
        ? null
        : random
            .ints(random.nextInt(9), 0, pieces.length)
            .mapToObj(i -> pieces[i])
            .collect(Collectors.joining());
  }

  private static String line(List<String> row) {
    return row.stream()
        .map(text -> text == null ? "" : '"' + text.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static List<List<String>> read(String csv, char delimiter) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    try (CsvRecords records = new CsvRecords(new StringReader(csv), delimiter)) {
      while (records.next(fields)) {
        rows.add(new ArrayList<>(fields));
      }
    }
    return rows;
  }
}
