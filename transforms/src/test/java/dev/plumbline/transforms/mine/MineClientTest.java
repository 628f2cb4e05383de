package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.runners.mine.scripted.ScriptedMine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MineClientTest {
  private static final String SECRET = "Gene.verySecretView";
  private static final PathQuery QUERY = new PathQuery("genomic", List.of(SECRET), List.of(), "");
  private static final String MODEL =
      "<model name='genomic'><class name='Gene'><attribute name='symbol' type='int'/></class></model>";
  private static final List<String> ROWS = List.of("[\"a\"]", "[\"b\"]", "[\"c\"]", "[\"d\"]");

  @Test
  void asksVersionModelCountAndPage() {
    with(
        ScriptedMine.builder().model(MODEL).rows(ROWS),
        client -> {
          assertEquals(35, client.version());
          assertEquals("int", client.model().attributeType("Gene.symbol"));
          assertEquals(4, client.count(QUERY));
          MineAnswer page = client.page(QUERY, 1, 2);
          String text = new String(page.bytes(), StandardCharsets.UTF_8);
          assertTrue(text.contains("[\"b\"],\n[\"c\"]\n]"), text);
          assertEquals(page.bytes().length, page.raw().length);
        });
  }

  @Test
  void reusesItsConnection() {
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).start();
        MineClient client = client(mine, Limits.defaults())) {
      for (int i = 0; i < 20; i++) {
        client.page(QUERY, i % 4, 1);
        client.count(QUERY);
      }
      assertEquals(1, mine.log().connections());
      assertEquals(5, mine.log().requests(0));
      assertEquals(20, mine.log().countRequests());
    }
  }

  @Test
  void anErrorPageIsReadToItsEndSoThatTheConnectionIsReused() {
    try (ScriptedMine mine =
            ScriptedMine.builder()
                .rows(ROWS)
                .faults("html(status=503, attempts=3, start=0)")
                .start();
        MineClient client = client(mine, Limits.defaults())) {
      for (int i = 0; i < 3; i++) {
        assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));
      }
      client.page(QUERY, 0, 1);
      assertEquals(1, mine.log().connections());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 502, 500, 200})
  void anHtmlPageIsAPassingErrorThatNamesTheMine(int status) {
    MineException failed = pageFails("html(status=" + status + ")");

    assertTrue(failed.retryable());
    assertTrue(failed.getMessage().contains("status " + status), failed.getMessage());
    assertTrue(failed.getMessage().contains("an HTML page"), failed.getMessage());
  }

  @Test
  void a4xxIsALastingError() {
    MineException failed = pageFails("html(status=404)");

    assertFalse(failed.retryable());
    assertTrue(failed.getMessage().contains("status 404"), failed.getMessage());
  }

  @Test
  void aResetIsAPassingError() {
    assertTrue(pageFails("reset").retryable());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 260})
  void aBodyCutOnTheConnectionIsAPassingError(int afterBytes) {
    assertTrue(pageFails("cut(bytes=" + afterBytes + ")").retryable());
  }

  @Test
  void aMineThatStaysSilentIsAPassingError() {
    Limits impatient = limits(Duration.ofMillis(100), 1 << 20, 1 << 20, 1 << 10);
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).faults("latency(by=5s)").start();
        MineClient client = client(mine, impatient)) {
      MineException failed = assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));

      assertTrue(failed.retryable());
      assertNames(mine, failed);
    }
  }

  @Test
  void anUnreachablePortIsAPassingErrorThatNamesIt() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    ServiceRoot root = ServiceRoot.parse("http://127.0.0.1:" + port + "/x");
    try (MineClient client = new MineClient(root, Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, client::version);

      assertTrue(failed.retryable());
      assertTrue(failed.getMessage().contains("127.0.0.1:" + port), failed.getMessage());
    }
  }

  @Test
  void aBodyOverTheLimitIsALastingError() {
    Limits small = limits(Duration.ofSeconds(5), 100, 50, 2);
    try (ScriptedMine mine = ScriptedMine.builder().model(MODEL).rows(ROWS).start();
        MineClient client = client(mine, small)) {
      for (Runnable question :
          List.<Runnable>of(() -> client.page(QUERY, 0, 4), client::model, client::version)) {
        MineException failed = assertThrows(MineException.class, question::run);

        assertFalse(failed.retryable());
        assertTrue(failed.getMessage().contains("the limit"), failed.getMessage());
      }
    }
  }

  @Test
  void aZippedBodyIsBoundedByItsUnzippedSizeAndCountedZipped() throws Exception {
    byte[] zeros = new byte[1_000_000];
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(zeros);
    }
    Limits enough = limits(Duration.ofSeconds(5), 1_000_000, 1, 1);
    Limits little = limits(Duration.ofSeconds(5), 999_999, 1, 1);
    try (Answering server = Answering.with(200, "Content-Encoding", "gzip", zipped.toByteArray())) {
      try (MineClient client = new MineClient(server.root(), enough, 1)) {
        MineAnswer body = client.page(QUERY, 0, 1);
        assertEquals(1_000_000, body.bytes().length);
        assertEquals(zipped.size(), body.raw().length);
      }
      try (MineClient client = new MineClient(server.root(), little, 1)) {
        assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));
      }
    }
  }

  @Test
  void aSmallBodyThatBecomesTooManyTimesAsLargeIsALastingError() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[3 << 20]);
    }
    try (Answering server = Answering.with(200, "Content-Encoding", "gzip", zipped.toByteArray());
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));

      assertFalse(failed.retryable());
      assertTrue(failed.getMessage().contains("the limit of 200 times"), failed.getMessage());
    }
  }

  @Test
  void aZippedBodyThatIsCutIsAPassingError() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write("a body of some length".repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 9);
    try (Answering server = Answering.with(200, "Content-Encoding", "gzip", cut);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      assertTrue(assertThrows(MineException.class, client::version).retryable());
    }
  }

  @Test
  void anEncodingThatWasNotAskedForIsALastingError() throws Exception {
    try (Answering server = Answering.with(200, "Content-Encoding", "br", new byte[] {1, 2});
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, client::version);

      assertFalse(failed.retryable());
      assertTrue(failed.getMessage().contains("'br', expected gzip or none"), failed.getMessage());
    }
  }

  @Test
  void anAnswerThatTricklesInForTooLongIsAPassingError() throws Exception {
    try (Trickling server = Trickling.start();
        MineClient client =
            new MineClient(server.root(), Limits.defaults().withCall(Duration.ofMillis(300)), 1)) {
      MineException failed = assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));

      assertTrue(failed.retryable());
      assertTrue(failed.getMessage().contains("timeout"), failed.getMessage());
    }
  }

  @Test
  void aMineThatSaysHowLongToWaitIsBelieved() throws Exception {
    try (Answering server = Answering.with(503, "Retry-After", "17", new byte[0]);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, client::version);

      assertTrue(failed.retryable());
      assertEquals(Duration.ofSeconds(17), failed.notBefore());
    }
  }

  @Test
  void aMineThatWantsToBeAskedAgainAtOnceIsStillAskedOnce() throws Exception {
    try (Answering server = Answering.with(503, "Retry-After", "0", new byte[0]);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      assertThrows(MineException.class, client::version);
      assertEquals(1, server.requests());
    }
  }

  @Test
  void aRedirectToWhatIsNoAddressIsALastingError() throws IOException {
    try (Answering server = Answering.with(302, "Location", "no scheme:", new byte[0]);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      assertFalse(assertThrows(MineException.class, client::version).retryable());
    }
  }

  @Test
  void aRedirectsAddressIsShownWithoutItsSecrets() throws IOException {
    try (Answering server =
            Answering.with(302, "Location", "http://u:pw@other.example/x?token=t", new byte[0]);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, client::version);

      assertTrue(failed.getMessage().contains("http://other.example/x,"), failed.getMessage());
      assertFalse(failed.getMessage().contains("pw"), failed.getMessage());
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (Answering elsewhere =
            Answering.with(200, "X-None", "", "35\n".getBytes(StandardCharsets.UTF_8));
        Answering server =
            Answering.with(302, "Location", elsewhere.root() + "/version/ws", new byte[0]);
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, client::version);

      assertFalse(failed.retryable());
      assertTrue(failed.getMessage().contains("status 302"), failed.getMessage());
      assertEquals(0, elsewhere.requests());
    }
  }

  @Test
  void theServicesOwnErrorTextIsQuoted() throws IOException {
    String body =
        "{\"results\":[\n],\"executionTime\":\"x\",\"wasSuccessful\":false,"
            + "\"error\":\"Invalid size parameter: 0\",\"statusCode\":400}";
    try (Answering server =
            Answering.with(400, "X-None", "", body.getBytes(StandardCharsets.UTF_8));
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, () -> client.page(QUERY, 0, 1));

      assertFalse(failed.retryable());
      assertTrue(
          failed.getMessage().endsWith("status 400: Invalid size parameter: 0"),
          failed.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "-1", "1.5", "99999999999999999999"})
  void aCountThatIsNoneIsALastingError(String count) throws IOException {
    try (Answering server =
            Answering.with(200, "X-None", "", count.getBytes(StandardCharsets.UTF_8));
        MineClient client = new MineClient(server.root(), Limits.defaults(), 1)) {
      MineException failed = assertThrows(MineException.class, () -> client.count(QUERY));
      assertFalse(failed.retryable());
    }
  }

  private static MineException pageFails(String fault) {
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).faults(fault).start();
        MineClient client = client(mine, Limits.defaults())) {
      MineException failed = assertThrows(MineException.class, () -> client.page(QUERY, 0, 4));
      assertNames(mine, failed);
      assertEquals(1, mine.log().requests(0), "each thing is asked once");
      return failed;
    }
  }

  private static void assertNames(ScriptedMine mine, MineException failed) {
    String message = failed.getMessage();
    assertTrue(message.contains(mine.serviceRoot() + "/query/results"), message);
    assertFalse(message.contains(SECRET), message);
    assertFalse(message.contains("maintenance"), "no body in a message: " + message);
  }

  private static void with(ScriptedMine.Builder script, Consumer<MineClient> use) {
    try (ScriptedMine mine = script.start();
        MineClient client = client(mine, Limits.defaults())) {
      use.accept(client);
    }
  }

  private static Limits limits(Duration read, int page, int model, int other) {
    Duration patience = Duration.ofSeconds(5);
    return new Limits(patience, read, patience, page, model, other, 2_000);
  }

  private static MineClient client(ScriptedMine mine, Limits limits) {
    return new MineClient(ServiceRoot.parse(mine.serviceRoot().toString()), limits, 2);
  }

  /** A server that answers everything alike. */
  private record Answering(HttpServer server, AtomicInteger asked) implements AutoCloseable {
    static Answering with(int status, String header, String value, byte[] body) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AtomicInteger asked = new AtomicInteger();
      server.createContext(
          "/",
          exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add(header, value);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return new Answering(server, asked);
    }

    ServiceRoot root() {
      return ServiceRoot.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
    }

    int requests() {
      return asked.get();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  /** A server whose one answer never ends, a few bytes at a time. */
  private record Trickling(HttpServer server) implements AutoCloseable {
    static Trickling start() throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
              for (int i = 0; i < 200; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(20);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      server.start();
      return new Trickling(server);
    }

    ServiceRoot root() {
      return ServiceRoot.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/t");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
