package dev.plumbline.transforms.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoundTripTest {
  private static final int SEEDS = 40;

  /** Those that a page holds. */
  private static final List<ColumnType> TYPES =
      List.of(
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.BOOLEAN,
          ColumnType.DATE,
          ColumnType.STRING);

  @Test
  void rowsOfAnySchemaComeBackAsTheyWent() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TableSchema schema = schema(random);
      List<List<Object>> rows = Tables.random(schema, random, random.nextInt(60));

      PackedPage page = Tables.page(schema, 3, 4_000_000_000L, rows);

      assertEquals(rows, RowList.of(schema, page), "seed " + seed);
      assertEquals(rows.size(), page.rows(), "seed " + seed);
      assertEquals(3, page.index());
      assertEquals(4_000_000_000L, page.start());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 17, 64})
  void everyColumnCanBeTheOnlyNullOrTheOnlyValue(int width) {
    TableSchema schema = texts(width);
    for (int column = 0; column < width; column++) {
      List<Object> oneNull = new ArrayList<>(Collections.nCopies(width, "x"));
      oneNull.set(column, null);
      List<Object> oneValue = new ArrayList<>(Collections.nCopies(width, null));
      oneValue.set(column, "");
      List<List<Object>> rows = List.of(oneNull, oneValue);

      assertEquals(rows, RowList.of(schema, Tables.page(schema, 0, 0, rows)), "column " + column);
    }
  }

  @Test
  void aBuilderIsEmptyAgainAfterAPageAndAfterReset() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TableSchema schema = schema(random);
      PageBuilder builder = new PageBuilder(schema, 64);
      Tables.pack(Tables.random(schema, random, 50), builder);
      builder.reset();
      for (int index = 0; index < 3; index++) {
        List<List<Object>> rows = Tables.random(schema, random, random.nextInt(30));
        Tables.pack(rows, builder);
        assertEquals(rows, RowList.of(schema, builder.build(index, 0)), "seed " + seed);
      }
    }
  }

  @Test
  void extremeNumbersKeepTheirBits() {
    TableSchema schema = Tables.export(ColumnType.INT64, ColumnType.DOUBLE).table();
    List<List<Object>> rows =
        List.of(
            List.of(Long.MIN_VALUE, -0.0),
            List.of(Long.MAX_VALUE, Double.MIN_VALUE),
            List.of(-1L, Double.NaN),
            List.of(0L, Double.NEGATIVE_INFINITY));

    assertEquals(rows, RowList.of(schema, Tables.page(schema, 0, 0, rows)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "üñí",
        "漢字",
        "\uD83C\uDF3E",
        "mixed ü 漢 \uD83C\uDF3E end",
        "\u07FF\u0800"
      })
  void textIsPackedAsTheJdksUtf8(String text) {
    TableSchema schema = texts(1);
    char[] surrounded = ("<<" + text + ">").toCharArray();
    PageBuilder builder = new PageBuilder(schema, 1);
    builder.startRow();

    assertEquals(-1, builder.addString(surrounded, 2, text.length()));

    assertEquals(List.of(List.of(text)), RowList.of(schema, builder.build(0, 0)));
  }

  @Test
  void theLoneSurrogateIsFoundWhereItStands() {
    for (String lone : List.of("\uD83C", "\uDF3E")) {
      for (String before : List.of("", "abc", "ü", "\uD83C\uDF3E", "abcü\uD83C\uDF3E")) {
        for (String behind : List.of("", "x", "漢")) {
          char[] text = ("##" + before + lone + behind).toCharArray();
          PageBuilder builder = new PageBuilder(texts(1), 1);
          builder.startRow();

          int found = builder.addString(text, 2, text.length - 2);

          assertEquals(before.length(), found, Arrays.toString(text));
        }
      }
    }
  }

  @Test
  void aSurrogateWhosePartnerLiesBehindTheCellIsLone() {
    PageBuilder builder = new PageBuilder(texts(1), 1);
    builder.startRow();

    assertEquals(1, builder.addString("a\uD83C\uDF3E".toCharArray(), 0, 2));
  }

  @Test
  void aPageOfAnotherSchemaIsNoticed() {
    TableSchema packed = Tables.export(ColumnType.INT64, ColumnType.INT64).table();
    TableSchema read = Tables.export(ColumnType.INT64).table();
    PackedPage page = Tables.page(packed, 0, 0, List.of(List.of(1L, 2L)));

    assertThrows(IllegalStateException.class, () -> RowList.of(read, page));
  }

  @Test
  void anEmptyPageHasNoRow() {
    TableSchema schema = texts(1);
    PageCursor cursor = new PageCursor(schema, Tables.page(schema, 0, 0, List.of()));

    assertFalse(cursor.next());
  }

  @Test
  void packedPagesSurviveTheirCoder() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      TableSchema schema = schema(random);
      List<List<Object>> rows = Tables.random(schema, random, random.nextInt(40));
      PackedPage page =
          Tables.page(schema, random.nextInt(Integer.MAX_VALUE), random.nextLong() >>> 1, rows);

      byte[] encoded = CoderUtils.encodeToByteArray(PackedPageCoder.of(), page);
      PackedPage back = CoderUtils.decodeFromByteArray(PackedPageCoder.of(), encoded);

      assertEquals(page.index(), back.index(), "seed " + seed);
      assertEquals(page.start(), back.start(), "seed " + seed);
      assertEquals(page.rows(), back.rows(), "seed " + seed);
      assertArrayEquals(page.data(), back.data(), "seed " + seed);
    }
  }

  @Test
  void fetchedPagesSurviveTheirCoder() throws Exception {
    for (int size : new int[] {0, 1, 127, 128, 70_000}) {
      byte[] body = new byte[size];
      new Random(size).nextBytes(body);
      PageRequest request = new PageRequest(size, 3_000_000_000L + size, 1_000);
      FetchedPage page = new FetchedPage(request, 2, 5_000_000_000L, body);

      byte[] encoded = CoderUtils.encodeToByteArray(FetchedPageCoder.of(), page);
      FetchedPage back = CoderUtils.decodeFromByteArray(FetchedPageCoder.of(), encoded);

      assertEquals(request, back.request());
      assertEquals(2, back.retries());
      assertEquals(5_000_000_000L, back.transportBytes());
      assertArrayEquals(body, back.body(), "seed " + size);
    }
  }

  @Test
  void aCutEncodingIsAnError() throws Exception {
    PageRequest request = new PageRequest(1, 2, 3);
    byte[] encoded =
        CoderUtils.encodeToByteArray(
            FetchedPageCoder.of(), new FetchedPage(request, 0, 3, new byte[] {1, 2, 3}));
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThrows(
          Exception.class,
          () -> CoderUtils.decodeFromByteArray(FetchedPageCoder.of(), cut),
          length + " bytes");
    }
  }

  @Test
  void codersAreDeterministic() throws Exception {
    PackedPageCoder.of().verifyDeterministic();
    FetchedPageCoder.of().verifyDeterministic();
    assertTrue(PackedPageCoder.of().equals(PackedPageCoder.of()));
  }

  private static TableSchema schema(Random random) {
    ColumnType[] types = new ColumnType[1 + random.nextInt(20)];
    for (int i = 0; i < types.length; i++) {
      types[i] = TYPES.get(random.nextInt(TYPES.size()));
    }
    return Tables.export(types).table();
  }

  private static TableSchema texts(int width) {
    ColumnType[] types = new ColumnType[width];
    Arrays.fill(types, ColumnType.STRING);
    return Tables.export(types).table();
  }
}
