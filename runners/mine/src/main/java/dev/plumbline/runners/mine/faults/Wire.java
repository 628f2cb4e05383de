package dev.plumbline.runners.mine.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes answers to a socket, chunked, byte by byte as wished. */
final class Wire {

  private static final int CHUNK_BYTES = 8_192;

  private final Socket socket;
  private final OutputStream out;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** A whole answer. */
  void send(Answer answer) throws IOException {
    head(answer);
    chunks(answer.body(), 0, answer.body().length);
    end();
  }

  /** Status line and headers. */
  void head(Answer answer) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Status\r\n");
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    head.append("Transfer-Encoding: chunked\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** A part of the body. */
  void chunks(byte[] bytes, int from, int to) throws IOException {
    for (int at = from; at < to; at += CHUNK_BYTES) {
      int size = Math.min(CHUNK_BYTES, to - at);
      out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, at, size);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.flush();
  }

  /** The chunk that says that the body is whole. */
  void end() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Makes the close that follows a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
  }
}
