package dev.plumbline.runners.mine.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the socket.
 *
 * @param method such as POST
 * @param path without the query, beginning with one slash
 * @param parameters of URL and form, the first of each name
 * @param headers by lower-case name
 */
public record RawRequest(
    String method, String path, Map<String, String> parameters, Map<String, String> headers) {

  private static final int MOST_LINE_BYTES = 1 << 16;
  private static final int MOST_HEADERS = 100;
  private static final int MOST_BODY_BYTES = 16 << 20;

  /** Copies the maps, keeping their order. */
  public RawRequest {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** The next request, or empty at the end of the connection. */
  static Optional<RawRequest> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = headers(in);
    String declared = headers.getOrDefault("content-length", "0");
    if (!declared.matches("\\d{1,9}") || Integer.parseInt(declared) > MOST_BODY_BYTES) {
      throw new BadRequest("a request body of " + declared + " bytes");
    }
    int length = Integer.parseInt(declared);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = first.split(" ", -1);
    if (words.length != 3) {
      throw new BadRequest("not an HTTP request");
    }
    String[] target = words[1].split("\\?", 2);
    Map<String, String> parameters = new LinkedHashMap<>();
    decode(target.length > 1 ? target[1] : "", parameters);
    decode(body, parameters);
    return Optional.of(new RawRequest(words[0], path(target[0]), parameters, headers));
  }

  boolean keepAlive() {
    return !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
  }

  /** The number of that name, or another where there is none. */
  public long number(String name, long absent) {
    String text = parameters.getOrDefault(name, "");
    try {
      return text.isEmpty() ? absent : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return absent; // the server behind refuses it
    }
  }

  /** The same request for other rows. */
  RawRequest rows(long start, long size) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put("start", Long.toString(start));
    changed.put("size", Long.toString(size));
    return new RawRequest(method, path, changed, headers);
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0 || headers.size() == MOST_HEADERS) {
        throw new BadRequest("not an HTTP request");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static void decode(String form, Map<String, String> into) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("a malformed escape");
    }
  }

  /** A path of this server and of no other, with one slash where there were several. */
  private static String path(String target) {
    String path = target.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*", "").replaceAll("/+", "/");
    if (!path.startsWith("/")) {
      throw new BadRequest("no path");
    }
    return path;
  }

  /** A request that is none. */
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
      if (line.size() > MOST_LINE_BYTES) {
        throw new IOException("a request line of more than " + MOST_LINE_BYTES + " bytes");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
