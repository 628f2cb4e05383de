package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * What {@code runners/src/test/clients/install} has put under {@code target}. A test whose client
 * is missing is skipped with the reason; with PLUMBLINE_REQUIRE_CLIENTS=1 it fails, unless the
 * reason is a registry's own no, which {@code install} has kept.
 */
final class Installed {
  private static final Path RUNNERS = Path.of(System.getProperty("plumbline.root"), "runners");

  private Installed() {}

  /** Where a client's programs and ours for it lie. */
  static Path source(String client) {
    return RUNNERS.resolve(Path.of("src", "test", "clients", client));
  }

  /** Where a client is installed; else the test ends here. */
  static Path folder(String client) throws IOException {
    Path installed = RUNNERS.resolve(Path.of("target", "clients", client));
    Path refused = installed.resolveSibling(client + ".refused");
    if (Files.isDirectory(installed)) {
      return installed;
    }
    if (Files.exists(refused)) {
      throw skip(Files.readString(refused));
    }
    throw missing(client + " is not installed; runners/src/test/clients/install does that");
  }

  /** Ends the test, as skipped or as failed. */
  static AssertionError missing(String reason) {
    if ("1".equals(System.getenv("PLUMBLINE_REQUIRE_CLIENTS"))) {
      fail(reason);
    }
    return skip(reason);
  }

  private static AssertionError skip(String reason) {
    System.out.println("skipped: " + reason.strip());
    Assumptions.abort(reason);
    return new AssertionError(reason);
  }
}
