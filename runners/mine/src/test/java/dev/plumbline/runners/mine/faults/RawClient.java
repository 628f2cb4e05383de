package dev.plumbline.runners.mine.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks over a plain socket and tells what came, to the byte. */
final class RawClient {
  static final String QUERY =
      "<query model=\"genomic\" view=\"Gene.primaryIdentifier Gene.symbol Gene.length\""
          + " sortOrder=\"Gene.id asc\"/>";

  private RawClient() {}

  /** How an answer ended. */
  enum End {
    /** With the last chunk, as it should. */
    WHOLE,
    /** The connection was closed before the last chunk. */
    CLOSED,
    /** The connection was reset. */
    RESET,
    /** Nothing came any more, or more came than was waited for. */
    OPEN
  }

  /** What came: the head as text, the body without its framing, and the end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(String head, byte[] body, End end) {
    int status() {
      return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", -1)[1]);
    }

    /** One character for each byte. */
    String text() {
      return new String(body, StandardCharsets.ISO_8859_1);
    }

    long rows() {
      return text().lines().filter(line -> line.startsWith("[")).count();
    }
  }

  static Seen page(URI root, long start, long size) throws IOException {
    return ask(root, "format=json&start=" + start + "&size=" + size, 1 << 22);
  }

  static Seen count(URI root) throws IOException {
    return ask(root, "format=count", 1 << 20);
  }

  /** Waits for so many bytes at the most. */
  static Seen ask(URI root, String form, int most) throws IOException {
    return ask(root, form, most, 30_000);
  }

  /** Waits for so many milliseconds at the most for each byte, and for all of them. */
  static Seen ask(URI root, String form, int most, int millis) throws IOException {
    byte[] body =
        (form + "&query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
    String head =
        "POST "
            + root.getPath()
            + "/query/results HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded"
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    StringBuilder seenHead = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      End end = read(in, seenHead, got, most, millis);
      return new Seen(seenHead.toString(), got.toByteArray(), end);
    } catch (SocketException e) {
      return new Seen(seenHead.toString(), got.toByteArray(), End.RESET);
    }
  }

  private static End read(
      InputStream in, StringBuilder head, ByteArrayOutputStream body, int most, int millis)
      throws IOException {
    try {
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        head.append(line).append('\n');
      }
      if (head.length() == 0) {
        return End.CLOSED;
      }
      long deadline = System.nanoTime() + 1_000_000L * millis;
      while (body.size() < most && System.nanoTime() < deadline) {
        String size = line(in);
        if (size.isEmpty()) {
          return End.CLOSED;
        }
        int chunk = Integer.parseInt(size, 16);
        byte[] bytes = in.readNBytes(chunk);
        body.writeBytes(bytes);
        if (bytes.length < chunk) {
          return End.CLOSED;
        }
        line(in);
        if (chunk == 0) {
          return End.WHOLE;
        }
      }
      return End.OPEN;
    } catch (SocketTimeoutException e) {
      return End.OPEN;
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }
}
