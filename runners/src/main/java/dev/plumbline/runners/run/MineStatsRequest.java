package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;

/**
 * Asks our local mine what serving has cost it so far; a mine that is not ours does not know. By
 * the plainest client that Java has: the others bring TLS along, which is many classes.
 */
public final class MineStatsRequest {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MOST_BYTES = 1 << 20;

  private final URI address;

  /** Asks the mine at this address. */
  public MineStatsRequest(String serviceRoot) {
    this.address = URI.create(serviceRoot + "/plumbline/stats");
  }

  /** The mine's counters now, or none if it has no such thing. */
  public Optional<JsonNode> send() {
    try {
      HttpURLConnection http = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      http.setConnectTimeout(PATIENCE_MILLIS);
      http.setReadTimeout(PATIENCE_MILLIS);
      http.setInstanceFollowRedirects(false);
      if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
        http.disconnect();
        return Optional.empty();
      }
      try (InputStream body = http.getInputStream()) {
        return Optional.of(Json.mapper().readTree(body.readNBytes(MOST_BYTES)));
      }
    } catch (IOException e) {
      return Optional
          .empty(); // only our own mine keeps such counters: any other answer says there are none
    }
  }
}
