package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no CSV, or no cell of its column, is refused by file, line and record. */
class BadCsvTest {
  private static final TableSchema TYPES =
      new TableSchema(
          List.of(
              new Column("text", ColumnType.STRING),
              new Column("whole", ColumnType.INT64),
              new Column("number", ColumnType.DOUBLE),
              new Column("flag", ColumnType.BOOLEAN),
              new Column("day", ColumnType.DATE)));
  private static final String HEADER = "text,whole,number,flag,day\n";
  private static final String GOOD = "\"a\nb\",1,1.5,true,2001-02-03\n";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x,secret,1,true,2001-02-03|'whole' holds a text of 6 characters that is no int64",
        "x,1.0,1,true,2001-02-03|'whole' holds a text of 3 characters",
        "x,1e3,1,true,2001-02-03|'whole' holds",
        "x, 1,1,true,2001-02-03|'whole' holds",
        "x,1_000,1,true,2001-02-03|'whole' holds",
        "x,9223372036854775808,1,true,2001-02-03|'whole' holds",
        "x,١,1,true,2001-02-03|'whole' holds",
        "x,\"\",1,true,2001-02-03|'whole' holds a text of 0 characters that is no int64",
        "x,1,secret,true,2001-02-03|'number' holds a text of 6 characters that is no double",
        "x,1,1.5f,true,2001-02-03|'number' holds",
        "x,1,0x1p3,true,2001-02-03|'number' holds",
        "x,1,1e999,true,2001-02-03|'number' holds",
        "x,1,.,true,2001-02-03|'number' holds",
        "x,1,e5,true,2001-02-03|'number' holds",
        "x,1,INFINITY,true,2001-02-03|'number' holds",
        "x,1,1,yes,2001-02-03|'flag' holds a text of 3 characters that is no boolean",
        "x,1,1,tRUE,2001-02-03|'flag' holds",
        "x,1,1,1,2001-02-03|'flag' holds",
        "x,1,1,true,2001-2-3|'day' holds a text of 8 characters that is no date",
        "x,1,1,true,2001-02-29|'day' holds",
        "x,1,1,true,2001-02-03 00:00:00|'day' holds",
        "x,1,1,true,+12345-01-01|'day' holds",
        "x,1,1,true|it has 4 fields, expected 5 as in the header",
        "x,1,1,true,2001-02-03,|it has 6 fields, expected 5 as in the header",
        "``|it has 1 fields, expected 5 as in the header",
        "x\"y,1,1,true,2001-02-03|a quote stands in a field that does not begin with one",
        "\"x\"y,1,1,true,2001-02-03|a closing quote is followed by more",
        "\"x\" ,1,1,true,2001-02-03|a closing quote is followed by more",
      })
  void aBadRecordIsNamed(String record, String expected) throws Exception {
    Path file = file(HEADER + GOOD + record + "\n" + GOOD);

    String message = refused(file);

    assertTrue(message.startsWith("Cannot read %s, line 4: record 3: ".formatted(file)), message);
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void aCarriageReturnAloneIsNamed() throws Exception {
    for (String record : List.of("x\ry,1,1,true,2001-02-03", "x,1,1,true,2001-02-03\r")) {
      String message = refused(file(HEADER + record));
      assertTrue(message.contains("line 2: record 2: a carriage return stands alone"), message);
    }
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedWhereItsRecordBegins() throws Exception {
    String message = refused(file(HEADER + GOOD + "\"x,1,1,true,2001-02-03\n" + HEADER));

    assertTrue(message.contains("line 4: record 3: a quote is opened and never closed"), message);
  }

  @Test
  void aFileOfOursThatWasCutIsNamedWhereverItWasCut() throws Exception {
    String whole = HEADER + GOOD + GOOD;
    for (int cut = 1; cut < GOOD.length(); cut++) {
      Path file = file(whole.substring(0, whole.length() - cut));
      SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(TYPES));

      String message = refused(file);

      assertTrue(message.contains("line 4: record 3: "), message);
    }
  }

  @Test
  void aLastLineOfOthersNeedsNoEnd() throws Exception {
    Path file = file(HEADER + GOOD + GOOD.strip());

    assertEquals(
        2,
        StoredTables.rows(
                CsvTable.open(List.of(file), Optional.of(TYPES), CsvNullPolicy.DISTINCT, 9))
            .size());
  }

  @Test
  void aRecordBeyond64MebibytesIsNamed() throws Exception {
    String message = refused(file(HEADER + "\"" + "a\n".repeat(32 << 20) + "a"));

    assertTrue(message.contains("line 2: record 2: it is longer than 64 MiB"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void bytesThatAreNoUtf8AreNamed(int inHeader) throws Exception {
    String text = inHeader == 1 ? "te?xt,whole\na,1\n" : "text,whole\n?,1\n";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    bytes[text.indexOf('?')] = (byte) 0xe4;
    Path file = Files.write(directory.resolve("rows.csv"), bytes);

    String message = refused(file);

    assertTrue(
        message.contains(
            inHeader == 1
                ? "line 1: record 1: it is no UTF-8"
                : "line 2: record 2: 'text' is no UTF-8"),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|it is empty, expected a header line",
        "`a,a\n1,2\n`|Column 'a' occurs twice",
        "`,a\n1,2\n`|line 1: column 1 has no name"
      })
  void aHeaderThatNamesNoColumnsIsNamed(String text, String expected) throws Exception {
    assertTrue(refused(file(text)).contains(expected), refused(file(text)));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.csv");

    assertEquals("Cannot read %s: there is no such file".formatted(missing), refused(missing));
  }

  private static String refused(Path file) {
    return String.valueOf(
        assertThrows(
                ArtifactException.class,
                () ->
                    StoredTables.rows(
                        CsvTable.open(
                            List.of(file), Optional.of(TYPES), CsvNullPolicy.DISTINCT, 1_000)))
            .getMessage());
  }

  private Path file(String text) throws Exception {
    return Files.writeString(directory.resolve("rows.csv"), text);
  }
}
