package dev.plumbline.runners.mine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads a request's parameters, from its URL and its form; the form wins. */
final class RequestParameters {

  static final int MAX_BODY_BYTES = 1 << 20;

  private RequestParameters() {}

  /**
   * The parameters by name, the last value of each.
   *
   * @throws QueryRefused if the body is too large or an escape is malformed
   */
  static Map<String, String> read(Request request) throws IOException {
    Map<String, String> parameters = new HashMap<>();
    decode(request.getHttpURI().getQuery(), parameters);
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      decode(body(request), parameters);
    }
    return parameters;
  }

  private static String body(Request request) throws IOException {
    if (request.getLength() > MAX_BODY_BYTES) {
      throw tooLarge();
    }
    try (InputStream in = Request.asInputStream(request)) {
      byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
      if (bytes.length > MAX_BODY_BYTES) {
        throw tooLarge();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static QueryRefused tooLarge() {
    return new QueryRefused(413, "The request body is larger than " + MAX_BODY_BYTES + " bytes");
  }

  private static void decode(@Nullable String form, Map<String, String> into) {
    if (form == null || form.isEmpty()) {
      return;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw QueryRefused.badRequest("The request has a malformed % escape");
    }
  }
}
