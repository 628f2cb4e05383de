package dev.plumbline.runners.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.ParityReadException;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.mine.userdata.UserDataRefused;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvTable;
import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.PageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records that one reader or another forgives: here all readers take them, or all refuse them and
 * name the line.
 */
class AwkwardRecordsTest {
  @TempDir Path directory;

  /** A CSV file, and whether it is one. */
  enum Csv {
    GOOD("k,v\na,1\n", 0),
    CRLF("k,v\r\na,1\r\n", 0),
    BOTH_LINE_ENDS("k,v\r\na,1\nb,2\r\n", 0),
    NO_LAST_LINE_END("k,v\na,1", 0),
    BYTE_ORDER_MARK("\uFEFFk,v\na,1\n", 0),
    LINES_IN_QUOTES("k,v\n\"a\nb\r\nc\",1\n", 0),
    DOUBLED_QUOTES("k,v\n\"a\"\"b\"\"\",1\n", 0),
    QUOTED_NAMES("\"k\",\"v,w\"\na,1\n", 0),
    SPACES("k,v\n a ,1\n", 0),
    EMPTY_CELLS("k,v\n,\n\"\",\n", 0),
    BLANK_FIRST("\nk,v\na,1\n", 2),
    BLANK_MIDDLE("k,v\na,1\n\nb,2\n", 3),
    BLANK_LAST("k,v\na,1\n\n", 3),
    TITLE("Report of genes\nk,v\na,1\n", 2),
    COMMENT("# written by a tool\nk,v\na,1\n", 2),
    ROW_NAMES("k,v\nr1,a,1\n", 2),
    TRAILING_COMMA("k,v\na,1,\nb,2\n", 2),
    SHORT_ROW("k,v\na,1\nb\n", 3),
    SPACE_BEFORE_QUOTES("k,v\n \"a\",1\n", 2),
    SPACE_BEHIND_QUOTES("k,v\n\"a\" ,1\n", 2),
    QUOTE_IN_PLAIN("k,v\na\"b,1\n", 2),
    MORE_BEHIND_QUOTE("k,v\n\"a\"b,1\n", 2),
    OPEN_QUOTE("k,v\na,1\nb,\"2\n", 3),
    LONE_CARRIAGE_RETURN("k,v\na\rb,1\n", 2),
    LATIN_1("k,v\na,caf\u0080\n", 2),
    NAMELESS(",v\n0,1\n", 1),
    EMPTY("", 1);

    private final String text;
    private final int wrongLine;

    Csv(String text, int wrongLine) {
      this.text = text;
      this.wrongLine = wrongLine;
    }
  }

  /** A row stream, and whether it is one. */
  enum Lines {
    GOOD("{\"k\":\"a\",\"v\":1.5}\n", 0),
    NO_LAST_LINE_END("{\"k\":\"a\",\"v\":1.5}", 0),
    SPACES(" { \"k\" : \"a\" , \"v\" : 1.5 } \r\n", 0),
    PAIR("{\"k\":\"\\ud83c\\udf3e\",\"v\":1.5}\n", 0),
    OTHER_ORDER("{\"v\":1.5,\"k\":null}\n{\"k\":\"a\",\"v\":null}\n", 0),
    TRAILING_COMMA("{\"k\":\"a\",\"v\":1.5,}\n", 1),
    COMMA_BEHIND("{\"k\":\"a\",\"v\":1.5},\n{\"k\":\"b\",\"v\":2.5}\n", 1),
    NOT_A_NUMBER("{\"k\":\"a\",\"v\":NaN}\n", 1),
    INFINITE("{\"k\":\"a\",\"v\":-Infinity}\n", 1),
    SINGLE_QUOTES("{'k':'a','v':1.5}\n", 1),
    COMMENTED("{\"k\":\"a\",/* b */\"v\":1.5}\n", 1),
    LEADING_ZERO("{\"k\":\"a\",\"v\":01.5}\n", 1),
    BYTE_ORDER_MARK("\uFEFF{\"k\":\"a\",\"v\":1.5}\n", 1),
    HALF_A_PAIR("{\"k\":\"\\ud800\",\"v\":1.5}\n", 1),
    ARRAY("[{\"k\":\"a\",\"v\":1.5}]\n", 1),
    TWO_IN_A_LINE("{\"k\":\"a\",\"v\":1.5} {\"k\":\"b\",\"v\":2.5}\n", 1),
    OVER_LINES("{\"k\":\"a\",\n\"v\":1.5}\n", 1),
    BLANK_FIRST("\n{\"k\":\"a\",\"v\":1.5}\n", 1),
    BLANK_MIDDLE("{\"k\":\"a\",\"v\":1.5}\n\n{\"k\":\"b\",\"v\":2.5}\n", 2),
    BLANK_LAST("{\"k\":\"a\",\"v\":1.5}\n\n", 2),
    NESTED("{\"k\":\"a\",\"v\":[1.5]}\n", 1),
    KEY_TWICE("{\"k\":\"a\",\"v\":1.5,\"k\":\"a\"}\n", 1),
    CONTROL_CHARACTER("{\"k\":\"a\u0001\",\"v\":1.5}\n", 1),
    CUT("{\"k\":\"a\",\"v\":1.5}\n{\"k\":\"b\",", 2);

    private final String text;
    private final int wrongLine;

    Lines(String text, int wrongLine) {
      this.text = text;
      this.wrongLine = wrongLine;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReaderOfCsvSaysTheSame(Csv record) throws Exception {
    // each character below U+0100 that is no ASCII stands for one byte that is no UTF-8
    byte[] bytes =
        record == Csv.LATIN_1
            ? record.text.getBytes(StandardCharsets.ISO_8859_1)
            : record.text.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(directory.resolve("Gene.csv"), bytes);

    assertAllSay(
        record.wrongLine,
        List.of(
            judge(file),
            pages(() -> CsvTable.open(List.of(file), Optional.empty(), CsvNullPolicy.DISTINCT, 10)),
            mine(file)));
  }

  @ParameterizedTest
  @EnumSource
  void everyReaderOfRowStreamsSaysTheSame(Lines record) throws Exception {
    Path file = Files.writeString(directory.resolve("Gene.jsonl"), record.text);
    Files.writeString(
        directory.resolve("Gene.jsonl.schema.json"),
        """
        {"schema_version": "plumbline_schema_v1", "columns": [
          {"name": "k", "type": "string", "view": "Gene.k", "mine_type": "java.lang.String"},
          {"name": "v", "type": "double", "view": "Gene.v", "mine_type": "java.lang.Double"}]}
        """);

    assertAllSay(
        record.wrongLine,
        List.of(judge(file), pages(() -> RowStream.open(List.of(file), 10)), mine(file)));
  }

  private static void assertAllSay(int wrongLine, List<String> said) {
    List<Boolean> refused = said.stream().map(s -> !s.endsWith("taken")).toList();
    assertEquals(List.of(wrongLine > 0, wrongLine > 0, wrongLine > 0), refused, said::toString);
    for (String refusal : said) {
      assertTrue(
          wrongLine == 0
              || refusal.contains("empty")
              || refusal.contains("has no name") // of a first line that is blank
              || refusal.contains("ine " + wrongLine)
              || refusal.contains("at or after line"), // a decoder reads ahead
          refusal);
    }
  }

  private static String judge(Path file) {
    try {
      Witness.of(TableLocation.parse(file.toString()).open(Optional.empty()));
      return "judge: taken";
    } catch (ParityReadException e) {
      return "judge: " + e.getMessage();
    }
  }

  /** Opens a table. */
  @FunctionalInterface
  private interface Opening {
    PageSource open() throws IOException;
  }

  private static String pages(Opening table) throws IOException {
    try (PageSource.PageReader pages = table.open().open()) {
      boolean more = true;
      while (more) {
        more = pages.next().isPresent();
      }
      return "storage: taken";
    } catch (ArtifactException e) {
      return "storage: " + e.getMessage();
    }
  }

  private static String mine(Path file) throws IOException {
    try {
      MineData.of(UserData.of(file));
      return "mine: taken";
    } catch (UserDataRefused e) {
      return "mine: " + e.getMessage();
    }
  }
}
