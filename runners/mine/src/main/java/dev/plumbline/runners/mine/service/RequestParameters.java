package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads a request's parameters, from its URL and then from its form. */
public final class RequestParameters {

  private static final long MOST_DISCARDED_BYTES = 64L << 20;
  public static final int MAX_BODY_BYTES = 16 << 20;

  private RequestParameters() {}

  /**
   * The parameters by name, the first value of each.
   *
   * @throws QueryRefused if the body is too large or an escape is malformed
   */
  public static Map<String, String> read(Request request) throws IOException {
    return readAll(request).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
  }

  /**
   * The parameters by name with all their values, those of the URL first.
   *
   * @throws QueryRefused if the body is too large or an escape is malformed
   */
  public static Map<String, List<String>> readAll(Request request) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    decode(request.getHttpURI().getQuery(), parameters);
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      decode(body(request), parameters);
    }
    return parameters;
  }

  private static String body(Request request) throws IOException {
    try (InputStream in = Request.asInputStream(request)) {
      byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
      if (bytes.length > MAX_BODY_BYTES) {
        discard(in);
        throw tooLarge();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Who is still sending does not read the refusal; but nobody may send for ever. */
  private static void discard(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_DISCARDED_BYTES;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(buffer);
    }
  }

  private static QueryRefused tooLarge() {
    return new QueryRefused(413, "The request body is larger than " + MAX_BODY_BYTES + " bytes");
  }

  private static void decode(@Nullable String form, Map<String, List<String>> into) {
    if (form == null || form.isEmpty()) {
      return;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decode(pair.substring(equals + 1)));
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
