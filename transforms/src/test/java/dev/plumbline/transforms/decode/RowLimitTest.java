package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.BodySeeds;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLimitTest {
  private static final int MIB = 1 << 20;
  private static final ExportSchema SCHEMA = BodySeeds.schemas(1).get(0);
  private static final String ROW = "[\"text\",1,2.5,true,\"2026-01-02\",3.14]";
  private static final String TOO_LONG = "row 1 of the page: the row is longer than 16 MiB";

  @ParameterizedTest
  @ValueSource(strings = {"x", "ü", "漢", "\\n", "\\u0000"})
  void aRowWithAHugeTextIsRefused(String character) {
    String huge = character.repeat(17 * MIB / character.getBytes(StandardCharsets.UTF_8).length);

    assertRefused(ROW.replace("text", huge));
  }

  @Test
  void aRowOfBlanksIsRefused() {
    String blanks = " ".repeat(17 * MIB);

    assertRefused(ROW.replace(",1", "," + blanks + "1"));
    assertRefused(ROW.replace("3.14]", "3.14" + blanks + "]"));
    assertRefused(ROW.replace("[", "[" + blanks));
  }

  @Test
  void aRowThatIsLongOnlyInAllIsRefused() {
    String half = ROW.replace("text", "x".repeat(9 * MIB));

    assertRefused(half.replace(",1", "," + " ".repeat(9 * MIB) + "1"));
  }

  @Test
  void aRowIsRefusedBeforeItsEndIsRead() {
    String cut = BodySeeds.header(SCHEMA) + ROW + ",\n[\"" + "x".repeat(17 * MIB);

    assertTrue(refusal(cut).contains(TOO_LONG), refusal(cut));
  }

  @Test
  void aRowOfExactlyTheLimitIsDecoded() {
    String longest = ROW.replace("text", "x".repeat(16 * MIB - ROW.length() + "text".length()));

    PackedPage page = decode(body(longest));

    assertEquals(3, page.rows());
    assertRefused(longest.replace("x\"", "xx\""));
  }

  @Test
  void aLargePageOfShortRowsIsDecoded() {
    String text = "x".repeat(7 * MIB);

    assertEquals(3, decode(body(ROW.replace("text", text), ROW.replace("text", text))).rows());
  }

  private static void assertRefused(String row) {
    String message = refusal(body(row));
    assertTrue(message.endsWith(TOO_LONG), message);
  }

  private static String refusal(String body) {
    return assertThrows(PageException.class, () -> decode(body)).getMessage();
  }

  /** Of three rows, the second and perhaps the third are given. */
  private static String body(String... rows) {
    String third = rows.length > 1 ? rows[1] : ROW;
    return BodySeeds.header(SCHEMA)
        + String.join(",\n", List.of(ROW, rows[0], third))
        + "\n"
        + BodySeeds.TRAILER;
  }

  private static PackedPage decode(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new PageDecoder(DecodeJudge.MINE, SCHEMA)
        .decode(new FetchedPage(new PageRequest(7, 4_000, 3), 0, bytes.length, bytes));
  }
}
