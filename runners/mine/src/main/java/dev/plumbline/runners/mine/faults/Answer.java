package dev.plumbline.runners.mine.faults;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Copies the headers, keeping their order. */
  public Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
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

  Answer with(byte[] other) {
    return new Answer(status, headers, other);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
