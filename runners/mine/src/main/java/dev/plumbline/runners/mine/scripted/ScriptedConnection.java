package dev.plumbline.runners.mine.scripted;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers the requests of one connection, one after another. */
final class ScriptedConnection {

  private static final String JSON = "application/json;charset=UTF-8";
  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String HTML = "text/html;charset=UTF-8";
  private static final int CHUNK_BYTES = 8_192;
  private static final long ALL = Integer.MAX_VALUE;

  private final Socket socket;
  private final Script script;
  private final RequestLog log;
  private final InputStream in;
  private final OutputStream out;

  ScriptedConnection(Socket socket, Script script, RequestLog log) throws IOException {
    this.socket = socket;
    this.script = script;
    this.log = log;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  void serve() throws IOException {
    boolean open = true;
    while (open) {
      Optional<RawRequest> request = RawRequest.read(in);
      open = request.isPresent() && answerCounted(request.get()) && request.get().keepAlive();
    }
  }

  private boolean answerCounted(RawRequest request) throws IOException {
    log.begun();
    try {
      return answer(request);
    } finally {
      log.ended();
    }
  }

  /** Whether the connection can be used again. */
  private boolean answer(RawRequest request) throws IOException {
    String path = request.path();
    if (path.endsWith("/version") || path.endsWith("/version/ws")) {
      return complete(200, TEXT, "35\n");
    }
    if (path.endsWith("/model") || path.endsWith("/model/xml")) {
      return complete(200, "application/xml;charset=UTF-8", script.model());
    }
    if (!path.contains("/query/results")) {
      return complete(404, HTML, "<html><body>Not Found</body></html>");
    }
    if (request.parameters().getOrDefault("format", "").equals("count")) {
      return complete(200, TEXT, script.count(log.requested(RequestLog.COUNT)));
    }
    return page(request.number("start", 0), request.number("size", ALL));
  }

  private boolean page(long start, long size) throws IOException {
    int attempt = log.requested(start);
    sleep(script.delay(start, attempt));
    List<String> rows = script.page(start, size);
    Fault fault = script.fault(start, attempt).orElse(null);
    if (fault instanceof Fault.HtmlPage html) {
      return complete(html.status(), HTML, "<html><body>Down for maintenance</body></html>");
    } else if (fault instanceof Fault.CutBody cut) {
      return cut(script.goodBody(start, rows), cut.afterBytes());
    } else if (fault instanceof Fault.FailedTrailer failed) {
      return complete(200, JSON, script.failedBody(start, rows, failed.afterRows()));
    } else if (fault instanceof Fault.ShortPage missing) {
      int kept = Math.max(0, rows.size() - missing.missing());
      return complete(200, JSON, script.goodBody(start, rows.subList(0, kept)));
    } else if (fault instanceof Fault.Reset) {
      socket.setSoLinger(true, 0);
      return false;
    }
    return complete(200, JSON, script.goodBody(start, rows));
  }

  private static void sleep(Duration duration) throws IOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while delaying an answer", e);
    }
  }

  private boolean complete(int status, String type, String body) throws IOException {
    head(status, type);
    chunks(body.getBytes(StandardCharsets.UTF_8));
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  private boolean cut(String body, int afterBytes) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    head(200, JSON);
    chunks(Arrays.copyOf(bytes, Math.min(afterBytes, bytes.length)));
    out.flush();
    return false;
  }

  private void head(int status, String type) throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + " Scripted\r\nContent-Type: "
            + type
            + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private void chunks(byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
      int size = Math.min(CHUNK_BYTES, bytes.length - at);
      out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, at, size);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
