package dev.plumbline.runners.options;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a mine's web service, such as {@code https://example.org/mine/service}.
 *
 * @param url scheme, host, optional port and path; no user, query, fragment or final slash
 */
public record ServiceRoot(String url) {

  /**
   * Checks what the user gave.
   *
   * @throws UsageException if it is not an http or https URL of a host, or carries a user, a query
   *     or a fragment
   */
  public static ServiceRoot parse(String option, String text) {
    String shown = Redaction.url(text);
    String expected = "a URL such as http://127.0.0.1:8181/mine/service";
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw UsageException.of(option, shown, expected + " (" + e.getReason() + ")");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw UsageException.of(option, shown, expected + ": the scheme must be http or https");
    }
    if (uri.getRawUserInfo() != null || (uri.getHost() == null && text.contains("@"))) {
      throw UsageException.of(
          option, shown, "a URL without user and password, which would end up in logs and reports");
    }
    if (uri.getHost() == null || uri.getPort() > 65_535) {
      throw UsageException.of(option, shown, expected + ": there is no valid host and port in it");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw UsageException.of(option, shown, expected + ": without '?' and '#'");
    }
    return new ServiceRoot(text.replaceAll("/+$", ""));
  }

  /** True if the address says, without asking a name server, that it is this machine. */
  public boolean isLoopback() {
    @Nullable String host = URI.create(url).getHost();
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }
}
