package dev.plumbline.runners.mine.scripted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it came over the socket: its path, and its parameters from URL and form. */
record RawRequest(String path, Map<String, String> parameters, boolean keepAlive) {

  /** The next request, or empty at the end of the connection. */
  static Optional<RawRequest> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] target = first.split(" ", -1)[1].split("\\?", 2);
    Map<String, String> parameters = new HashMap<>();
    decode(target.length > 1 ? target[1] : "", parameters);
    decode(body, parameters);
    boolean close = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    return Optional.of(new RawRequest(target[0], parameters, !close));
  }

  long number(String name, long absent) {
    String text = parameters.getOrDefault(name, "");
    return text.isEmpty() ? absent : Long.parseLong(text);
  }

  private static void decode(String form, Map<String, String> into) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
