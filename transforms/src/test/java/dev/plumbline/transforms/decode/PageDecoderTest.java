package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageDecoderTest {
  private static final String MINE = "http://mine.test/x/service";
  private static final long OFFSET = 4_000;
  private static final ExportSchema SCHEMA =
      new ExportSchema(
          List.of(
              view("text", "java.lang.String", ColumnType.STRING),
              view("count", "java.lang.Integer", ColumnType.INT64),
              view("score", "java.lang.Double", ColumnType.DOUBLE),
              view("curated", "java.lang.Boolean", ColumnType.BOOLEAN),
              view("added", "java.util.Date", ColumnType.DATE),
              view("exact", "java.math.BigDecimal", ColumnType.STRING)));

  private static final String ROW = "[\"SECRET\",31337,2.5,true,\"2026-01-02\",3.14]";
  private static final String NULLS = "[null,null,null,null,null,null]";
  private static final List<List<Object>> GOOD =
      List.of(
          List.of("SECRET", 31_337L, 2.5, true, LocalDate.of(2026, 1, 2), "3.14"),
          Arrays.asList(null, null, null, null, null, null));
  private static final String HEADER =
      "{\"modelName\":\"genomic\",\"columnHeaders\":[\"Gene > Text\"],\"rootClass\":\"Gene\","
          + "\"start\":4000,\"results\":[\n";
  private static final String TRAILER =
      "],\"executionTime\":\"2026.11.23 06:00::00\",\"wasSuccessful\":true,\"error\":null,"
          + "\"statusCode\":200}";
  private static final String FAILED =
      "],\"executionTime\":\"2026.11.23 06:00::00\",\"wasSuccessful\":false,"
          + "\"error\":\"Service failed. Please contact support.\",\"statusCode\":500}";

  @Test
  void decodesABodyAsAMineSendsIt() {
    PackedPage page = decode(HEADER + ROW + ",\n" + NULLS + "\n" + TRAILER, 2);

    assertEquals(GOOD, RowList.of(SCHEMA.table(), page));
    assertEquals(7, page.index());
    assertEquals(OFFSET, page.start());
    assertEquals(2, page.rows());
  }

  @Test
  void decodesKeysInAnotherOrderWithOthersBetween() {
    String body =
        "{\"uniqueValues\":3,\"statusCode\":200,\"wasSuccessful\":true,\"extra\":{\"results\":[[1]]},"
            + "\"results\":["
            + ROW
            + ","
            + NULLS
            + "],\"others\":[\"Gene.text\",[\"x\"]],\"error\":null}";

    assertEquals(GOOD, RowList.of(SCHEMA.table(), decode(body, 2)));
  }

  @Test
  void decodesPrettyPrintedJson() {
    String body = HEADER + ROW + "," + NULLS + TRAILER + "\n";
    String pretty =
        body.replace(",", " ,\r\n\t")
            .replace("[", "[ \n")
            .replace("]", "\n ]")
            .replace(":true", " : true");

    assertEquals(GOOD, RowList.of(SCHEMA.table(), decode(pretty, 2)));
  }

  @Test
  void decodesNoRowsWhereNoneAreExpected() {
    assertEquals(0, decode(HEADER + TRAILER, 0).rows());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0, 0",
    "2.5, 2.5",
    "-17, -17",
    "1.0E-5, 1.0E-5",
    "1.0E20, 1.0E20",
    "1.23456789012E11, 1.23456789012E11",
    "1e5, 1e5",
    "1E+2, 100",
    "0.1, 0.1",
    "12345678901234567890, 12345678901234567890",
    "9007199254740993, 9007199254740993",
    "4.9E-324, 4.9E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "0.1000000000000000055511151231257827, 0.1"
  })
  void doublesAreTypedByTheModelWhateverTheirToken(String token, double value) {
    assertEquals(value, one("java.lang.Double", ColumnType.DOUBLE, token));
    assertEquals(value, one("float", ColumnType.DOUBLE, token));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "5.0, 5",
    "-3.000, -3",
    "1E3, 1000",
    "-2.50E2, -250",
    "0.0, 0",
    "0e5, 0",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9.223372036854775807E18, 9223372036854775807"
  })
  void integersAreTypedByTheModelWhateverTheirToken(String token, long value) {
    assertEquals(value, one("java.lang.Integer", ColumnType.INT64, token));
    assertEquals(value, one("long", ColumnType.INT64, token));
  }

  @ParameterizedTest
  @CsvSource({
    "3.14, 3.14",
    "3.1400, 3.1400",
    "100, 100",
    "1E+3, 1E+3",
    "-0.50, -0.50",
    "12345678901234567890.123456789012345678, 12345678901234567890.123456789012345678",
    "'\"3.10\"', 3.10"
  })
  void decimalsKeepTheirText(String token, String text) {
    assertEquals(text, one("java.math.BigDecimal", ColumnType.STRING, token));
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01", "1969-12-31", "0001-01-01", "9999-12-31", "2024-02-29"})
  void datesAreDays(String day) {
    assertEquals(LocalDate.parse(day), one("java.util.Date", ColumnType.DATE, "\"" + day + "\""));
  }

  @Test
  void booleansAreTrueFalseOrNull() {
    assertEquals(true, one("boolean", ColumnType.BOOLEAN, "true"));
    assertEquals(false, one("java.lang.Boolean", ColumnType.BOOLEAN, "false"));
    assertEquals(null, one("java.lang.Boolean", ColumnType.BOOLEAN, "null"));
  }

  @Test
  void escapesAndRawUtf8AreText() {
    assertText("\t\n\r\b\f\"\\</", "\\t\\n\\r\\b\\f\\\"\\\\<\\/");
    assertText("\u0080\u2028ü\u0000", "\\u0080\\u2028\\u00FC\\u0000");
    assertText("ü漢\uD83C\uDF3E", "ü漢\uD83C\uDF3E");
    assertText("\uD83C\uDF3E", "\\ud83c\\uDF3E");
    assertText("", "");
    assertText("null", "null");
    assertText("2026-01-02", "2026-01-02");
    String clob = "x ü漢\uD83C\uDF3E y ".repeat(20_000);
    assertText(clob, clob);
    assertEquals(
        clob, one("org.intermine.objectstore.query.ClobAccess", ColumnType.STRING, quoted(clob)));
  }

  @Test
  void aBodyCutAnywhereIsNeverAPage() {
    byte[] whole =
        bytes(HEADER + ROW + ",\n" + ROW.replace("SECRET", "ü漢\uD83C\uDF3E") + "\n" + TRAILER);
    PageDecoder decoder = new PageDecoder(MINE, SCHEMA);
    assertEquals(2, decoder.decode(page(whole, 2)).rows());
    for (int length = 0; length < whole.length; length++) {
      FetchedPage cut = page(Arrays.copyOf(whole, length), 2);
      PageException refused =
          assertThrows(PageException.class, () -> decoder.decode(cut), length + " bytes");
      assertTells(refused);
    }
  }

  @Test
  void aBodyCutAnywhereIsNeverAPageThoughFewerRowsWereExpected() {
    byte[] whole = bytes(HEADER + ROW + ",\n" + NULLS + "\n" + TRAILER);
    for (int rows = 0; rows < 2; rows++) {
      for (int length = 0; length <= whole.length; length++) {
        FetchedPage cut = page(Arrays.copyOf(whole, length), rows);
        assertThrows(
            PageException.class,
            () -> new PageDecoder(MINE, SCHEMA).decode(cut),
            length + " bytes, " + rows + " rows expected");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void aBadBodyIsRefusedWithMineOffsetAndRow(String what, int row, String body) {
    PageException refused = assertThrows(PageException.class, () -> decode(body, 2));

    assertTells(refused);
    assertTrue(
        refused.getMessage().contains(", row " + row + " of the page: "), refused.getMessage());
  }

  static List<Arguments> badBodies() {
    String after = ",\n" + NULLS + "\n" + TRAILER;
    return List.of(
        bad("failed trailer after all rows", 2, HEADER + ROW + ",\n" + ROW + "\n" + FAILED),
        bad("failed trailer behind a comma", 1, HEADER + ROW + ",\n" + FAILED),
        bad(
            "failed trailer behind all rows and a comma",
            2,
            HEADER + ROW + "," + ROW + "," + FAILED),
        bad("failed before any row", 0, "{\"results\":[\n" + FAILED),
        bad("no trailer", 2, HEADER + ROW + "," + ROW + "]}"),
        bad("success that is no boolean", 2, HEADER + ROW + after.replace(":true", ":\"true\"")),
        bad("success that is null", 2, HEADER + ROW + after.replace(":true", ":null")),
        bad("bare null row", 1, HEADER + ROW + ",\nnull\n" + TRAILER),
        bad("row that is an object", 0, HEADER + "{\"a\":1}" + after),
        bad("row that is a text", 0, HEADER + "\"SECRET\"" + after),
        bad("row too narrow", 0, HEADER + ROW.replace(",3.14]", "]") + after),
        bad("row too wide", 0, HEADER + ROW.replace("3.14]", "3.14,\"SECRET\"]") + after),
        bad("row without cells", 0, HEADER + "[]" + after),
        bad("one row more", 2, HEADER + ROW + "," + ROW + after),
        bad("one row less", 1, HEADER + ROW + TRAILER),
        bad("no row", 0, HEADER + TRAILER),
        bad("lone high surrogate", 0, HEADER + ROW.replace("SECRET", "SECRET\\ud800") + after),
        bad("lone low surrogate", 0, HEADER + ROW.replace("SECRET", "\\udc00SECRET") + after),
        bad("swapped surrogates", 0, HEADER + ROW.replace("SECRET", "\\udf3e\\ud83c") + after),
        bad("number in text", 0, HEADER + ROW.replace("\"SECRET\"", "31337") + after),
        bad("boolean in text", 0, HEADER + ROW.replace("\"SECRET\"", "true") + after),
        bad("boolean in decimal", 0, HEADER + ROW.replace("3.14", "true") + after),
        bad("array in text", 0, HEADER + ROW.replace("\"SECRET\"", "[\"SECRET\"]") + after),
        bad("object in text", 0, HEADER + ROW.replace("\"SECRET\"", "{\"SECRET\":1}") + after),
        bad("text in integer", 0, HEADER + ROW.replace("31337", "\"31337\"") + after),
        bad("boolean in integer", 0, HEADER + ROW.replace("31337", "true") + after),
        bad("fraction in integer", 0, HEADER + ROW.replace("31337", "31337.5") + after),
        bad("tiny fraction in integer", 0, HEADER + ROW.replace("31337", "31337E-99") + after),
        bad(
            "integer too large",
            0,
            HEADER + ROW.replace("31337", "3133731337313373133731337") + after),
        bad("integer far too large", 0, HEADER + ROW.replace("31337", "31337e99999") + after),
        bad(
            "exponent beyond an int",
            0,
            HEADER + ROW.replace("31337", "31337e99999999999") + after),
        bad("text in double", 0, HEADER + ROW.replace("2.5", "\"2.5\"") + after),
        bad("boolean in double", 0, HEADER + ROW.replace("2.5", "false") + after),
        bad("NaN in double", 0, HEADER + ROW.replace("2.5", "NaN") + after),
        bad("text in boolean", 0, HEADER + ROW.replace("true", "\"true\"") + after),
        bad("number in boolean", 0, HEADER + ROW.replace("true", "1") + after),
        bad("number in date", 0, HEADER + ROW.replace("\"2026-01-02\"", "31337") + after),
        bad("no such day", 0, HEADER + ROW.replace("2026-01-02", "31337-02-30") + after),
        bad(
            "date with a time",
            0,
            HEADER + ROW.replace("2026-01-02", "2026-01-02T03:13:37") + after),
        bad("date beyond an int", 0, HEADER + ROW.replace("2026-01-02", "+99931337-01-01") + after),
        bad("empty date", 0, HEADER + ROW.replace("2026-01-02", "") + after),
        bad("raw control character", 0, HEADER + ROW.replace("SECRET", "SECRET\n") + after),
        bad("unknown escape", 0, HEADER + ROW.replace("SECRET", "SECRET\\x") + after),
        bad("two cells without a comma", 0, HEADER + ROW.replace("31337,", "31337 ") + after),
        bad("two rows without a comma", 1, HEADER + ROW + "\n" + ROW + TRAILER),
        bad("bare word", 1, HEADER + ROW + ",SECRET" + TRAILER),
        bad("HTML", 0, "<html><body>SECRET 31337</body></html>"),
        bad("HTML behind rows", 2, HEADER + ROW + "," + ROW + "<html>SECRET</html>"),
        bad("empty", 0, ""),
        bad("array", 0, "[" + ROW + "]"),
        bad("null", 0, "null"),
        bad("text", 0, "SECRET"),
        bad("no results", 0, "{\"others\":[" + TRAILER),
        bad("null results", 0, "{\"results\":null,\"wasSuccessful\":true}"),
        bad("results twice", 2, HEADER + ROW + "," + ROW + "],\"results\":[" + TRAILER));
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] body = bytes(HEADER + ROW + "," + ROW + TRAILER);
    int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("SECRET");
    for (int bad : new int[] {0xff, 0xc3, 0x80, 0xed}) {
      byte[] broken = body.clone();
      broken[at + 2] = (byte) bad;
      PageException refused =
          assertThrows(
              PageException.class, () -> new PageDecoder(MINE, SCHEMA).decode(page(broken, 2)));
      assertTells(refused);
    }
  }

  @Test
  void theReasonSaysWhatIsWrong() {
    assertReason(
        "Gene.count (java.lang.Integer) holds VALUE_STRING, expected an integer or null",
        "31337",
        "\"x\"");
    assertReason("Gene.count holds a fraction", "31337", "0.5");
    assertReason("Gene.added holds no date as yyyy-MM-dd", "2026-01-02", "2.1.2026");
    assertReason("Gene.text holds a lone surrogate at character 6", "SECRET", "SECRET\\ud800");
    assertReason("the row has 5 cells, expected 6", ",3.14]", "]");
    assertReason("the row has more than 6 cells", "3.14]", "3.14,null]");
  }

  @Test
  void aDecoderIsAsNewAfterABadPage() {
    PageDecoder decoder = new PageDecoder(MINE, SCHEMA);
    String good = HEADER + ROW + ",\n" + NULLS + "\n" + TRAILER;
    for (Arguments bad : badBodies()) {
      FetchedPage page = page(bytes((String) bad.get()[2]), 2);
      assertThrows(PageException.class, () -> decoder.decode(page));
      PackedPage decoded = decoder.decode(page(bytes(good), 2));
      assertEquals(GOOD, RowList.of(SCHEMA.table(), decoded), "after " + bad.get()[0]);
    }
  }

  private static void assertReason(String reason, String from, String to) {
    String body = HEADER + ROW.replace(from, to) + "," + ROW + TRAILER;
    PageException refused = assertThrows(PageException.class, () -> decode(body, 2));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  /** Mine and offset stand in the message; no cell value stands there, nor in the stack trace. */
  private static void assertTells(PageException refused) {
    String message = refused.getMessage();
    assertTrue(message.startsWith(MINE + ": page at offset 4000, row "), message);
    StringWriter logged = new StringWriter();
    refused.printStackTrace(new PrintWriter(logged, true));
    assertFalse(logged.toString().contains("SECRET"), logged.toString());
    assertFalse(logged.toString().contains("31337"), logged.toString());
  }

  private static void assertText(String text, String escaped) {
    assertEquals(text, one("java.lang.String", ColumnType.STRING, quoted(escaped)));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Object one(String mineType, ColumnType type, String token) {
    ExportSchema schema = new ExportSchema(List.of(view("x", mineType, type)));
    byte[] body = bytes(HEADER + "[" + token + "]\n" + TRAILER);
    PackedPage page = new PageDecoder(MINE, schema).decode(page(body, 1));
    return RowList.of(schema.table(), page).get(0).get(0);
  }

  private static PackedPage decode(String body, int rows) {
    return new PageDecoder(MINE, SCHEMA).decode(page(bytes(body), rows));
  }

  private static FetchedPage page(byte[] body, int rows) {
    return new FetchedPage(new PageRequest(7, OFFSET, rows), 0, body.length, body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Arguments bad(String what, int row, String body) {
    return Arguments.of(what, row, body);
  }

  private static ViewColumn view(String name, String mineType, ColumnType type) {
    return new ViewColumn("Gene." + name, mineType, new Column(name, type));
  }
}
