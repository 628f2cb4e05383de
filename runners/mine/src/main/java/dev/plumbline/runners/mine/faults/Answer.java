package dev.plumbline.runners.mine.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * An answer before it is sent.
 *
 * @param status HTTP status
 * @param headers without those of framing
 * @param body the whole body; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a body is passed on, never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final String TYPE = "Content-Type";
  private static final String ENCODING = "Content-Encoding";

  /** Copies the headers, keeping their order; their names are told apart without case. */
  public Answer {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableMap(copy);
  }

  /** A text of a type. */
  public static Answer of(int status, String contentType, String text) {
    return new Answer(status, Map.of(TYPE, contentType), text.getBytes(StandardCharsets.UTF_8));
  }

  /** An HTML page such as a proxy writes. */
  static Answer html(int status) {
    return of(
        status,
        "text/html;charset=UTF-8",
        "<!doctype html><html><body><h1>Down for maintenance</h1></body></html>");
  }

  /** The same, not zipped. */
  Answer plain() {
    if (!headers.getOrDefault(ENCODING, "").equals("gzip")) {
      return this;
    }
    Map<String, String> others = new TreeMap<>(headers);
    others.keySet().removeIf(ENCODING::equalsIgnoreCase);
    try (InputStream zipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new Answer(status, others, zipped.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a recorded body is not what its head says", e);
    }
  }

  Answer with(byte[] other) {
    return new Answer(status, headers, other);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
