package dev.plumbline.runners.options;

import dev.plumbline.transforms.mine.ServiceRoot;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks the address of a mine's web service as it stands on the command line. */
public final class ServiceRootOption {
  private ServiceRootOption() {}

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
    return ServiceRoot.parse(text);
  }
}
