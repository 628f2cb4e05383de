package dev.plumbline.transforms.rowstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no row stream is refused by file and line, without a word of its cells. */
class BadRowStreamTest {
  private static final DescribedSchema SCHEMA =
      DescribedSchema.of(
          Tables.export(
                  ColumnType.STRING,
                  ColumnType.INT64,
                  ColumnType.DOUBLE,
                  ColumnType.BOOLEAN,
                  ColumnType.DATE)
              .table());
  private static final String GOOD =
      "{\"c0\":\"a\",\"c1\":1,\"c2\":1.5,\"c3\":true,\"c4\":\"2001-02-03\"}";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a key in the place of another, and what the message says
        "'c1':1| ` `|it is no JSON",
        "'c1':1,|``|it has no key 'c1'",
        "'c1'|'d1'|it has a key 'd1', expected [c0, c1, c2, c3, c4]",
        "'c1'|'c0'|it has the key 'c0' twice",
        "'c1':1|'c1':'1'|'c1' (int64) holds a string, expected an integer or null",
        "'c1':1|'c1':1.0|'c1' (int64) holds a number with a fraction or an exponent",
        "'c1':1|'c1':true|'c1' (int64) holds a boolean",
        "'c1':1|'c1':9223372036854775808|'c1' holds an integer beyond 64 bits",
        "'c1':1|'c1':[1]|'c1' holds an array, expected a number, a string, true",
        "'c1':1|'c1':{}|'c1' holds an object",
        "'c1':1|'c1':NaN|it is no JSON",
        "'c1':1|'c1':01|it is no JSON",
        "'a'|7|'c0' (string) holds an integer, expected a string or null",
        "'a'|'x\\ud83cy'|'c0' holds a lone surrogate at character 1, which is no text",
        "'a'|'\\udf3e'|'c0' holds a lone surrogate at character 0",
        "'a'|'secret|it is no JSON",
        "1.5|'secret'|'c2' holds a string, expected a number",
        "1.5|'1.5'|'c2' holds a string, expected a number",
        "1.5|1e999|'c2' holds a number beyond a double",
        "1.5|false|'c2' (double) holds a boolean, expected a number or null",
        "true|'true'|'c3' (boolean) holds a string, expected true or false or null",
        "true|1|'c3' (boolean) holds an integer",
        "2001-02-03|2001-02-30|'c4' holds a text of 10 characters that is no date",
        "2001-02-03|2001-02-03T00:00:00|'c4' holds a text of 19 characters that is no date",
        "2001-02-03|` 2001-02-03`|'c4' holds a text of 11 characters that is no date",
        "2001-02-03|5881580-07-11|'c4' holds a text of 13 characters that is no date",
        "'2001-02-03'|11725|'c4' (date) holds an integer, expected a date",
        "}|} {}|it goes on behind its object, expected a line end",
        "}|},|it is no JSON",
      })
  void aBadLineIsNamed(String good, String bad, String expected) throws Exception {
    String line = GOOD.replace(good.replace('\'', '"'), bad.replace('\'', '"'));
    Path file = file(GOOD + "\n" + GOOD + "\n" + line + "\n" + GOOD + "\n");

    String message = refused(file);

    assertTrue(message.startsWith("Cannot read %s, line 3: ".formatted(file)), message);
    assertTrue(message.contains(expected), message);
    assertTrue(!message.contains("secret"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|it is empty, expected a JSON object",
        "[1,2]|it begins with no {, expected a JSON object",
        "null|it begins with no {",
        "{}|it has no key 'c0'"
      })
  void aLineThatIsNoObjectIsNamed(String line, String expected) throws Exception {
    Path file = file(GOOD + "\n" + (line == null ? "" : line) + "\n" + GOOD + "\n");

    assertTrue(refused(file).contains(", line 2: " + expected), refused(file));
  }

  @Test
  void aLastLineThatWasCutIsNamed() throws Exception {
    for (int cut = 1; cut < GOOD.length(); cut++) {
      Path file = file(GOOD + "\n" + GOOD.substring(0, cut));

      String message = refused(file);

      assertTrue(message.contains("line 2: it is no JSON"), message);
      assertTrue(message.contains("has no line end: the file was cut"), message);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreNamed() throws Exception {
    String before = GOOD.substring(0, GOOD.indexOf("a\""));
    for (byte[] bad : new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xc3}}) {
      Path file = directory.resolve("rows.jsonl");
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write((GOOD + "\n" + before).getBytes(StandardCharsets.UTF_8));
        out.write(bad);
        out.write(GOOD.substring(before.length()).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      schema(file);

      assertEquals(
          "Cannot read %s, line 2: it is no UTF-8 (byte %d of the line)"
              .formatted(file, before.length() + 1),
          refused(file));
    }
  }

  @Test
  void aLineBeyond64MebibytesIsNamedAndOneOfThatLengthIsRead() throws Exception {
    int rest = GOOD.length() - 1;
    String longest = GOOD.replace("\"a\"", "\"" + "a".repeat((64 << 20) - rest) + "\"");
    Path file = file(GOOD + "\n" + longest + "\n");
    assertEquals(2, StoredTables.rows(RowStream.open(List.of(file), 10)).size());

    for (String end : List.of("\n", "")) {
      Path longer = file(GOOD + "\n" + longest.replace("\"a", "\"aa") + end);
      assertEquals(
          "Cannot read %s, line 2: it is longer than 64 MiB".formatted(longer), refused(longer));
    }
  }

  @Test
  void whatIsBeforeTheBadLineIsStillGivenByPages() throws Exception {
    Path file = file(GOOD + "\n" + GOOD + "\n" + "{}\n");
    try (var reader = RowStream.open(List.of(file), 2).open()) {
      assertEquals(2, reader.next().orElseThrow().rows());
      assertThrows(ArtifactException.class, reader::next);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.jsonl");

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> RowStream.open(Arrays.asList(missing), 10));

    assertEquals("Cannot read %s: there is no such file".formatted(missing), refused.getMessage());
  }

  private static String refused(Path file) {
    return String.valueOf(
        assertThrows(
                ArtifactException.class,
                () -> StoredTables.rows(RowStream.open(List.of(file), 1_000)))
            .getMessage());
  }

  private Path file(String lines) throws Exception {
    Path file = directory.resolve("rows.jsonl");
    schema(file);
    return Files.writeString(file, lines);
  }

  private static void schema(Path file) throws Exception {
    SchemaFile.write(SchemaFile.beside(file), SCHEMA);
  }
}
