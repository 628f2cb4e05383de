package dev.plumbline.transforms.mine;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Tells an answer of the service from all else that may come in its place. */
final class AnswerStatus {
  /** Not the request's fault, though numbered as if: the mine was too slow, or too busy. */
  private static final Set<Integer> PASSING_4XX = Set.of(408, 425, 429);

  private static final int HEAD = 64;

  private AnswerStatus() {}

  /**
   * Passes an answer with status 200 that is no HTML page.
   *
   * @throws MineException for any other
   */
  static void check(Response response, byte[] body, String where) {
    int status = response.code();
    boolean html = looksLikeHtml(response, body);
    if (status == 200 && !html) {
      return;
    }
    String found =
        "%s answered status %d%s".formatted(where, status, html ? " with an HTML page" : "");
    String message = found + ServiceError.in(body).map(e -> ": " + e).orElse("");
    if (response.isRedirect()) {
      throw MineException.lasting(message + elsewhere(response), null);
    }
    if (status == 200 || status >= 500 || PASSING_4XX.contains(status)) {
      throw MineException.passingAfter(RetryAfter.of(response), message);
    }
    throw MineException.lasting(message, null);
  }

  /**
   * Where it points, without the query: redirects are not followed, they are the user's to take.
   */
  private static String elsewhere(Response response) {
    return Optional.ofNullable(response.request().url().resolve(response.header("Location", "")))
        .map(
            to ->
                ": a redirect to "
                    + shown(to)
                    + ", which is not followed; if it is right, give "
                    + root(shown(to))
                    + " as the mine's URL")
        .orElse(": a redirect to what is no address, which is not followed");
  }

  private static String shown(HttpUrl url) {
    return url.newBuilder().username("").password("").query(null).fragment(null).build().toString();
  }

  /** The service's root, without what was asked of it. */
  private static String root(String address) {
    int service = address.lastIndexOf("/service/");
    return service < 0 ? address : address.substring(0, service + "/service".length());
  }

  private static boolean looksLikeHtml(Response response, byte[] body) {
    String type = response.header("Content-Type", "").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html")) {
      return true;
    }
    String head =
        new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1).strip();
    return head.regionMatches(true, 0, "<!doctype html", 0, 14)
        || head.regionMatches(true, 0, "<html", 0, 5);
  }
}
