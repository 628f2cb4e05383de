package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

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
  void readsBackWhatIsQuoted() throws IOException {
    long seed = 20_240_229;
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(Arrays.asList(text(random), text(random), text(random)));
    }
    String csv = rows.stream().map(CsvRecordsTest::line).collect(Collectors.joining());
    assertEquals(rows, read(csv, ','), "seed " + seed);
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
