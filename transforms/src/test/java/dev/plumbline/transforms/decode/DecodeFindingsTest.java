package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the fuzzer found: each with about the smallest body that shows it. In these bodies a
 * character is a byte.
 */
class DecodeFindingsTest {
  private static final String SUCCESS = ",\"wasSuccessful\":true}";
  private static final String ONE = "{\"results\":[[null]]" + SUCCESS;
  private static final String NOT_JSON = "the body is not JSON as a mine sends it";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[[null,]],\"wasSuccessful\":true}",
        "{\"results\":[[null],],\"wasSuccessful\":true}",
        "{\"results\":[[null]],\"wasSuccessful\":true,}",
        "{\"a\":[1,],\"results\":[[null]],\"wasSuccessful\":true}",
        "{\"a\":{\"b\":1,},\"results\":[[null]],\"wasSuccessful\":true}"
      })
  void aCommaBeforeABracketIsRefused(String body) {
    assertRefused(NOT_JSON, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[null],\n]", "[[null] , ]", "[[null],\n[null,]\n]"})
  void aFailureBehindACommaIsStillReported(String results) {
    String body = "{\"results\":" + results + ",\"error\":\"x\",\"wasSuccessful\":false}";

    assertRefused("row 1 of the page: the trailer says the answer failed", 9, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u0080", // overlong NUL
        "\u00c1\u00bf",
        "\u00e0\u0080\u0080",
        "\u00e0\u009f\u00bf",
        "\u00ed\u00a0\u0080", // a lone surrogate
        "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080", // a pair of surrogates, three bytes each
        "\u00f0\u0080\u0080\u0080",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080", // beyond the last code point
        "\u00f5\u0080\u0080\u0080",
        "\u00f7\u00bf\u00bf\u00bf",
        "\u00f8\u0088\u0080\u0080\u0080",
        "\u00c3",
        "\u0080"
      })
  void bytesThatAreNoUtf8AreRefusedWhereverTheyStand(String bytes) {
    assertRefused("the body is no UTF-8 (byte 14)", ONE.replace("null", '"' + bytes + '"'));
    assertRefused("the body is no UTF-8 (byte 2)", ONE.replace("{", "{\"" + bytes + "\":1,"));
    assertRefused("the body is no UTF-8 (byte 6)", ONE.replace("{", "{\"a\":\"" + bytes + "\","));
    assertRefused("the body is no UTF-8 (byte " + ONE.length() + ")", ONE + bytes);
  }

  @Test
  void aBodyOfAnotherPageIsRefused() {
    assertRefused(
        "the body begins at row 4100 of the query, expected 4000",
        ONE.replace("{", "{\"start\":4100,"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"Gene.y\"]", "[\"Gene.x\",\"Gene.x\"]", "[]", "[1]", "[[\"Gene.x\"]]"})
  void aBodyOfOtherViewsIsRefused(String views) {
    assertRefused("view", ONE.replace("{", "{\"views\":" + views + ","));
  }

  @Test
  void aBodyThatNamesItsViewsIsTaken() {
    String body = ONE.replace("{", "{\"start\":4000,\"views\":[\"Gene.x\"],");

    assertEquals(1, decode("java.lang.String", ColumnType.STRING, 1, body).size());
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertRefused(NOT_JSON + " (byte ", "\u00ef\u00bb\u00bf" + ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
  void anotherEncodingIsRefused(String charset) {
    assertRefused("row 0 of the page", new String(ONE.getBytes(Charset.forName(charset)), LATIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[[null]],\"wasSuccessful\":false,\"wasSuccessful\":true}",
        "{\"results\":[[null]],\"wasSuccessful\":true,\"wasSuccessful\":true}",
        "{\"results\":[[null]],\"wasSuccessful\":true,\"\\u0077asSuccessful\":true}",
        "{\"results\":[[null]],\"wasSuccessful\":true,\"results\":[]}",
        "{\"a\":1,\"a\":2,\"results\":[[null]],\"wasSuccessful\":true}"
      })
  void aKeyThatOccursTwiceIsRefused(String body) {
    assertRefused("a key of the body occurs twice", body);
  }

  @Test
  void aSecondKeyOfTheSameNameFurtherInIsNotOurs() {
    assertEquals(
        5L, one("int", ColumnType.INT64, "5", ",\"a\":{\"b\":1,\"b\":1,\"results\":1}" + SUCCESS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\"a\":{%s\"\":0},", "\"a\":[[{%s\"\":0}]],"})
  void aBodyOfManyNamesIsRefused(String place) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      names.append("\"k").append(i).append("\":0,");
    }
    String many = "{" + place.formatted(names);

    assertRefused("the body has more than 1000 names", ONE.replace("{", many));
    assertRefused(
        "row 1 of the page: " + NOT_JSON,
        ONE.replace("]]", "],]").replace(",\"was", "," + place.formatted(names) + "\"was"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "404", "null", "\"200\"", "2e2", "99", "1000", "-20", "[200]"})
  void aSuccessWhoseStatusSaysOtherwiseIsRefused(String status) {
    assertRefused(
        "the trailer contradicts itself",
        ONE.replace("true}", "true,\"statusCode\":" + status + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"wasSuccessful\":true}", "[true]", "1", "null", "\"true\""})
  void aSuccessThatIsNeitherTrueNorFalseIsRefused(String success) {
    assertRefused("wasSuccessful is ", ONE.replace("true", success));
  }

  @ParameterizedTest
  @CsvSource({"-0, -0.0", "-0.0, -0.0", "-0e5, -0.0", "-1e-999, -0.0", "0, 0.0", "1e-999, 0.0"})
  void theSignOfZeroIsKept(String token, double value) {
    assertEquals(value, one("double", ColumnType.DOUBLE, token, SUCCESS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1E309", "179769313486231580793e289"})
  void aNumberBeyondADoubleIsNotInfinity(String token) {
    assertBad("Gene.x holds a number too large for a double", "double", ColumnType.DOUBLE, token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "+5", " 1", "1 ", "01", ".5", "5.", "NaN", "0x1", "٣"})
  void aDecimalInAStringIsANumber(String text) {
    String latin = new String(text.getBytes(StandardCharsets.UTF_8), LATIN);
    assertBad(
        "Gene.x holds a string that is no number",
        "java.math.BigDecimal",
        ColumnType.STRING,
        '"' + latin + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12026-01-01", "-0001-01-01", "2026-01-02T00:00", "2026-1-1"})
  void aDayHasFourTwoAndTwoDigits(String day) {
    assertBad(
        "Gene.x holds no date as yyyy-MM-dd", "java.util.Date", ColumnType.DATE, '"' + day + '"');
  }

  @Test
  void whatIsHugeIsRefused() {
    String huge = "9".repeat(100_000);
    String limits = "the body is nested deeper than 64, or has a number or a name longer than 1000";
    for (String open : List.of("[", "{\"a\":")) {
      assertRefused(limits, ONE.replace("{", "{\"a\":" + open.repeat(100_000)));
    }
    assertRefused(limits, ONE.replace("{", "{\"" + huge + "\":1,"));
    assertBad(limits, "int", ColumnType.INT64, huge);
    assertBad(limits, "double", ColumnType.DOUBLE, "0." + huge);
    assertBad(limits, "java.math.BigDecimal", ColumnType.STRING, "-" + huge);
    assertBad("no number", "java.math.BigDecimal", ColumnType.STRING, '"' + huge + '"');
    assertBad("no date", "java.util.Date", ColumnType.DATE, '"' + huge + '"');
    assertBad("expected an integer", "int", ColumnType.INT64, "1e2147483647");
  }

  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private static void assertRefused(String reason, String body) {
    assertRefused(reason, 1, body);
  }

  private static void assertRefused(String reason, int rows, String body) {
    PageException refused =
        assertThrows(
            PageException.class,
            () -> decode("java.lang.String", ColumnType.STRING, rows, body),
            body);
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static void assertBad(String reason, String mineType, ColumnType type, String token) {
    PageException refused =
        assertThrows(PageException.class, () -> one(mineType, type, token, SUCCESS), token);
    assertTrue(refused.getMessage().contains("row 0 of the page: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static Object one(String mineType, ColumnType type, String token, String end) {
    return decode(mineType, type, 1, "{\"results\":[[" + token + "]]" + end).get(0).get(0);
  }

  private static List<List<Object>> decode(
      String mineType, ColumnType type, int rows, String body) {
    ExportSchema schema =
        new ExportSchema(List.of(new ViewColumn("Gene.x", mineType, new Column("x", type))));
    byte[] bytes = body.getBytes(LATIN);
    FetchedPage page = new FetchedPage(new PageRequest(7, 4_000, rows), 0, bytes.length, bytes);
    return RowList.of(schema.table(), new PageDecoder(DecodeJudge.MINE, schema).decode(page));
  }
}
