package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The root of a mine's web service, such as {@code
 * https://mines.legumeinfo.org/legumemine/service}.
 *
 * @param url absolute, http or https, without user, query, fragment or trailing slash
 */
public record ServiceRoot(String url) implements Serializable {
  /**
   * Reads a root as people give it: {@code http://} is put before it where the scheme is missing,
   * {@code /service} behind it where the path does not end so; query, fragment and trailing slashes
   * are dropped.
   *
   * @throws IllegalArgumentException if it is no http or https address, or holds a user name or
   *     password
   */
  public static ServiceRoot parse(String given) {
    String text = given.strip();
    URI uri = parseUri(text.contains("://") ? text : "http://" + text);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "Mine URL has scheme '" + scheme + "'; expected http or https");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "Mine URL holds a user name or password; give one without");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "Mine URL names no host; expected http://HOST/MINE/service");
    }
    String path = String.valueOf(uri.getRawPath()).replaceAll("/+$", "");
    String service = path.endsWith("/service") ? path : path + "/service";
    return new ServiceRoot(scheme + "://" + uri.getRawAuthority() + service);
  }

  /** Whether the address says, without asking a name server, that it is this machine. */
  public boolean isLoopback() {
    String host = String.valueOf(URI.create(url).getHost());
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static URI parseUri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Without the cause: it repeats the whole text, which may hold a password.
      throw new IllegalArgumentException("Mine URL is not a URL: " + e.getReason());
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
