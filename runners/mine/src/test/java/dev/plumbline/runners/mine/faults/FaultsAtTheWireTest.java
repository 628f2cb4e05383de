package dev.plumbline.runners.mine.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.faults.RawClient.End;
import dev.plumbline.runners.mine.faults.RawClient.Seen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the local mine, seen byte by byte over a plain socket. */
@Timeout(120)
class FaultsAtTheWireTest {
  private static final int PAGE = 100;
  private static final int GENES = 1_000;

  private static LocalMine good;
  private static Seen whole;

  /** What a struck page looks like; the one of rows 200 to 299 is struck. */
  private interface Look extends Consumer<Seen> {}

  @BeforeAll
  static void askAMineThatBehaves() throws IOException {
    good = LocalMine.start(new MineConfig(0, 42, GENES));
    whole = RawClient.page(good.serviceRoot(), 200, PAGE);
    assertEquals(End.WHOLE, whole.end());
    assertEquals(PAGE, whole.rows());
  }

  @AfterAll
  static void close() {
    good.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        of("unavailable", s -> assertHtml(s, 503)),
        of("unavailable(retry-after=7)", s -> assertTrue(s.head().contains("Retry-After: 7"))),
        of("html", s -> assertHtml(s, 200)),
        of("html(status=404)", s -> assertHtml(s, 404)),
        of("redirect", FaultsAtTheWireTest::assertRedirect),
        of("token-expiry", FaultsAtTheWireTest::assertTokenExpired),
        of("short-page(rows=3)", s -> assertRows(s, 200, 97, "\"wasSuccessful\":true")),
        of("failed-trailer(rows=20)", s -> assertFailedAfter(s, 20, true)),
        of("failed-trailer(rows=0)", s -> assertFailedAfter(s, 0, false)),
        of("failed-trailer(rows=all)", s -> assertFailedAfter(s, PAGE, false)),
        of("failed-trailer", s -> assertFailedAfter(s, PAGE, false)),
        of("trailing-comma", s -> assertTrue(s.text().contains("],\n],\"exec"), s.text())),
        of("null-row(row=4)", s -> assertEquals("null,", line(s, 4))),
        of("wrong-width(row=4)", s -> assertEquals(cells(whole, 4) - 1, cells(s, 4))),
        of("wrong-width(row=4, cells=2)", s -> assertTrue(line(s, 4).endsWith(",null,null],"))),
        of("changed-data(row=4)", s -> assertTrue(line(s, 4).contains("\"changed since "))),
        of("huge-line(row=4, bytes=1MiB)", s -> assertTrue(line(s, 4).length() > 1 << 20)),
        of("bad-utf8(row=4)", s -> assertTrue(line(s, 4).contains("\u00c3("))),
        of("lone-surrogate(row=4)", s -> assertTrue(line(s, 4).contains("\"\\ud83c"))),
        of("cut(bytes=777)", s -> assertBeginning(s, 777, End.CLOSED)),
        of("cut(bytes=0)", s -> assertBeginning(s, 0, End.CLOSED)),
        of("cut", s -> assertBeginning(s, whole.body().length / 2, End.CLOSED)),
        of("cut(fraction=0.25)", s -> assertBeginning(s, whole.body().length / 4, End.CLOSED)),
        of("reset", s -> assertEquals(End.RESET, s.end())),
        of("stall(bytes=321)", s -> assertBeginning(s, 321, End.OPEN)),
        of("drip(bytes=1, each=400ms)", s -> assertBegun(s)),
        of("endless", s -> assertEndless(s)),
        of("gzip-bomb(size=3MiB)", s -> assertBomb(s, 3L << 20)));
  }

  private static Arguments of(String fault, Look look) {
    return Arguments.of(fault, look);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void happensToThePageThatIsStruckAndToNoOther(String fault, Look look) throws Exception {
    String name = fault.replaceFirst("\\(.*", "");
    String when = fault.contains("(") ? fault.replace(")", ", start=200)") : fault + "(start=200)";
    try (LocalMine mine = mine(when)) {
      if (!Set.of("drip", "endless", "stall").contains(name)) {
        look.accept(RawClient.page(mine.serviceRoot(), 200, PAGE));
      } else {
        look.accept(some(mine.serviceRoot()));
      }
      Seen other = RawClient.page(mine.serviceRoot(), 300, PAGE);

      assertArrayEquals(
          withoutTime(RawClient.page(good.serviceRoot(), 300, PAGE)), withoutTime(other));
      assertEquals(1, log(mine).struckBy(name));
      assertEquals(2, log(mine).pageRequests());
    }
  }

  @Test
  void rowsRepeatBetweenPages() throws Exception {
    try (LocalMine mine = mine("duplicate-rows(rows=3, start=200)")) {
      assertEquals(
          rows(RawClient.page(good.serviceRoot(), 197, PAGE)),
          rows(RawClient.page(mine.serviceRoot(), 200, PAGE)));
    }
  }

  @Test
  void rowsAreMissingBetweenPages() throws Exception {
    try (LocalMine mine = mine("missing-rows(rows=3, start=200)")) {
      assertEquals(
          rows(RawClient.page(good.serviceRoot(), 203, PAGE)),
          rows(RawClient.page(mine.serviceRoot(), 200, PAGE)));
    }
  }

  @Test
  void theCountIsWrongAndThePagesAreNot() throws Exception {
    try (LocalMine mine = mine("wrong-count(delta=-5)")) {
      assertEquals("995\n", RawClient.count(mine.serviceRoot()).text());
      assertEquals(PAGE, RawClient.page(mine.serviceRoot(), 0, PAGE).rows());
    }
  }

  @Test
  void aResetCanComeInTheMiddleOfABody() throws Exception {
    try (LocalMine mine = mine("reset(bytes=500)")) {
      assertEquals(End.RESET, RawClient.page(mine.serviceRoot(), 200, PAGE).end());
    }
  }

  @Test
  void connectionsBeyondTheLimitAreReset() throws Exception {
    try (LocalMine mine = mine("connections(limit=2)");
        Socket one = connect(mine);
        Socket two = connect(mine)) {
      while (log(mine).connections() < 2) {
        Thread.sleep(5);
      }
      assertEquals(End.RESET, RawClient.page(mine.serviceRoot(), 0, PAGE).end());
      assertEquals(1, log(mine).refusedConnections());
      assertTrue(one.isConnected() && two.isConnected());
    }
  }

  @Test
  void anAnswerIsBegunLaterByWhatEachRowBeforeItCosts() throws Exception {
    try (LocalMine mine = mine("row-latency(each=1ms)")) {
      long begun = System.nanoTime();
      Seen seen = RawClient.page(mine.serviceRoot(), 300, PAGE);

      assertEquals(PAGE, seen.rows());
      assertTrue(System.nanoTime() - begun >= 300_000_000L, "300 rows of a millisecond each");
    }
  }

  @Test
  void allDelaysAreTakenAndThenTheFirstOtherFault() throws Exception {
    try (LocalMine mine =
        mine("latency(by=100ms); latency(by=100ms, to=150ms); html; unavailable")) {
      long begun = System.nanoTime();
      assertHtml(RawClient.page(mine.serviceRoot(), 0, PAGE), 200);
      assertTrue(System.nanoTime() - begun >= 200_000_000L);
      assertEquals(2, log(mine).struckBy("latency"));
      assertEquals(0, log(mine).struckBy("unavailable"));
    }
  }

  @Test
  void aFaultStrikesByAttemptPageAndOrder() throws Exception {
    try (LocalMine mine =
        mine(
            "html(status=500, page=1, attempts=2); html(status=501, page=2, attempt=2);"
                + " html(status=502, every=5); html(status=504, after=9)")) {
      URI root = mine.serviceRoot();
      assertEquals(List.of(500, 500, 200), statuses(root, 100, 3));
      assertEquals(List.of(200, 501, 200), statuses(root, 200, 3));
      assertEquals(List.of(502), statuses(root, 500, 1));
      assertEquals(List.of(200, 200, 504), statuses(root, 300, 3));
      assertEquals(3, log(mine).requests(100));
    }
  }

  @Test
  void theSameSeedStrikesTheSamePagesInWhateverOrderTheyAreAsked() throws Exception {
    Set<Long> first = struck(7, false);
    assertEquals(first, struck(7, true));
    assertFalse(first.equals(struck(8, false)), "seed 8 as seed 7");
    assertTrue(first.size() > 5 && first.size() < 45, () -> first.size() + " of 50 struck");
  }

  @Test
  void closingTheMineEndsAnswersThatWouldNeverEnd() throws Exception {
    for (String fault : List.of("endless", "stall", "drip(each=1s)", "latency(by=600s)")) {
      LocalMine mine = mine(fault);
      URI root = mine.serviceRoot();
      CompletableFuture<Boolean> ended =
          CompletableFuture.supplyAsync(
              () -> {
                try (Socket socket = connect(mine)) {
                  socket.getOutputStream().write(request(root));
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                  return true;
                } catch (IOException e) {
                  return true;
                }
              });
      while (log(mine).pageRequests() == 0) {
        Thread.sleep(5);
      }
      mine.close();
      assertTrue(ended.get(), fault);
    }
  }

  private static Set<Long> struck(long seed, boolean backwards) throws IOException {
    Set<Long> struck = new HashSet<>();
    FaultSpec spec = FaultSpec.parse("html(status=503, p=0.4)");
    try (LocalMine mine = LocalMine.start(new MineConfig(0, seed, GENES, spec))) {
      for (long i = 0; i < 50; i++) {
        long start = 20 * (backwards ? 49 - i : i);
        if (RawClient.page(mine.serviceRoot(), start, 20).status() == 503) {
          struck.add(start);
        }
      }
    }
    return struck;
  }

  private static List<Integer> statuses(URI root, long start, int times) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      statuses.add(RawClient.page(root, start, PAGE).status());
    }
    return statuses;
  }

  private static Seen some(URI root) throws IOException {
    return RawClient.ask(
        root, "format=json&start=200&size=" + PAGE, 3 * whole.body().length, 3_000);
  }

  private static void assertHtml(Seen seen, int status) {
    assertEquals(status, seen.status());
    assertTrue(seen.head().contains("text/html"), seen.head());
    assertEquals(End.WHOLE, seen.end());
  }

  private static void assertRedirect(Seen seen) {
    assertEquals(302, seen.status());
    assertTrue(seen.head().contains("Location: http://127.0.0.1:1/"), seen.head());
  }

  private static void assertTokenExpired(Seen seen) {
    assertEquals(401, seen.status());
    assertTrue(seen.text().contains("\"error\":\"This token has expired\""), seen.text());
  }

  private static void assertRows(Seen seen, int start, int rows, String trailer) {
    assertEquals(rows, seen.rows());
    assertTrue(seen.text().contains("\"start\":" + start), seen.text());
    assertTrue(seen.text().contains(trailer), seen.text());
  }

  private static void assertFailedAfter(Seen seen, int rows, boolean comma) {
    assertEquals(200, seen.status());
    assertEquals(End.WHOLE, seen.end());
    assertRows(seen, 200, rows, "\"wasSuccessful\":false,\"error\":\"Service failed.");
    assertEquals(comma, seen.text().contains("],\n],\"executionTime\""), seen.text());
    assertTrue(seen.text().endsWith("\"statusCode\":500}"), seen.text());
  }

  private static void assertBeginning(Seen seen, int bytes, End end) {
    assertEquals(end, seen.end());
    assertEquals(bytes, seen.body().length);
    assertEquals(
        new String(withoutTime(whole), StandardCharsets.ISO_8859_1).substring(0, bytes),
        seen.text());
  }

  private static void assertBegun(Seen seen) {
    assertEquals(200, seen.status());
    assertTrue(whole.text().startsWith(seen.text().substring(0, 2)), seen.text());
  }

  private static void assertEndless(Seen seen) {
    assertEquals(End.OPEN, seen.end());
    assertTrue(seen.rows() > 2 * PAGE, () -> seen.rows() + " rows");
    assertFalse(seen.text().contains("executionTime"), "a trailer came");
  }

  private static void assertBomb(Seen seen, long size) {
    assertTrue(seen.head().contains("Content-Encoding: gzip"), seen.head());
    assertTrue(seen.body().length < size / 100, () -> seen.body().length + " bytes came");
    try (GZIPInputStream bomb = new GZIPInputStream(new ByteArrayInputStream(seen.body()))) {
      assertEquals(size, bomb.transferTo(OutputStream.nullOutputStream()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(Seen seen, int row) {
    return seen.text().lines().skip(1 + row).findFirst().orElse("");
  }

  private static int cells(Seen seen, int row) {
    return line(seen, row).replaceAll("\"(\\\\.|[^\"\\\\])*\"", "s").split(",", -1).length;
  }

  private static List<String> rows(Seen seen) {
    return seen.text()
        .lines()
        .filter(l -> l.startsWith("["))
        .map(l -> l.replaceAll(",$", ""))
        .toList();
  }

  /** The moment of the answer is not part of what is compared. */
  private static byte[] withoutTime(Seen seen) {
    return seen.text()
        .replaceFirst("\"executionTime\":\"[^\"]*\"", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static LocalMine mine(String faults) {
    return LocalMine.start(new MineConfig(0, 42, GENES, FaultSpec.parse(faults)));
  }

  private static FaultLog log(LocalMine mine) {
    return mine.faults().orElseThrow();
  }

  private static Socket connect(LocalMine mine) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), mine.serviceRoot().getPort());
  }

  private static byte[] request(URI root) {
    String query = URLEncoder.encode(RawClient.QUERY, StandardCharsets.UTF_8);
    return ("GET "
            + root.getPath()
            + "/query/results?format=json&size=100&query="
            + query
            + " HTTP/1.1\r\nHost: x\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
