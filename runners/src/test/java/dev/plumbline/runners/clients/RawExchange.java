package dev.plumbline.runners.clients;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and its answer on a connection of its own, byte by byte as a client would send and
 * read them. Closing it early drops the connection in the middle of the answer.
 */
final class RawExchange implements AutoCloseable {
  private static final int MOST_SILENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final int status;
  private final Map<String, String> headers = new TreeMap<>();
  private long leftInChunk;
  private boolean ended;

  /** Sends a request, head and body, and reads the head of the answer. */
  RawExchange(URI root, byte[] request) throws IOException {
    socket = new Socket(root.getHost(), root.getPort());
    socket.setSoTimeout(MOST_SILENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 512);
    socket.getOutputStream().write(request);
    status = Integer.parseInt(httpLine().split(" ", 3)[1]);
    for (String line = httpLine(); !line.isEmpty(); line = httpLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    leftInChunk = Long.parseLong(headers.getOrDefault("content-length", "0"));
  }

  int status() {
    return status;
  }

  /** A header's value, or nothing, by its name in small letters. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The rest of the body. */
  String body() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** One line of the body without its end; null at the body's end. */
  String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = read()) {
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Whether the server, too, has nothing more to say on this connection. */
  boolean closedByServer() throws IOException {
    return in.read() < 0;
  }

  private boolean chunked() {
    return header("transfer-encoding").equals("chunked");
  }

  private int read() throws IOException {
    if (leftInChunk == 0 && (ended || !chunked() || !nextChunk())) {
      ended = true;
      return -1;
    }
    leftInChunk--;
    int b = in.read();
    if (b < 0) {
      throw new EOFException("the body breaks off");
    }
    if (leftInChunk == 0 && chunked()) {
      httpLine();
    }
    return b;
  }

  private boolean nextChunk() throws IOException {
    leftInChunk = Long.parseLong(httpLine().split(";", 2)[0].strip(), 16);
    if (leftInChunk == 0) {
      httpLine();
    }
    return leftInChunk > 0;
  }

  private String httpLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the answer breaks off after " + line);
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
