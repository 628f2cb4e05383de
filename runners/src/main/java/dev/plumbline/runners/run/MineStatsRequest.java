package dev.plumbline.runners.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks our local mine what serving has cost it so far; a mine that is not ours does not know. */
public final class MineStatsRequest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  /** Asks the mine at this address. */
  public MineStatsRequest(String serviceRoot) {
    this.address = URI.create(serviceRoot + "/plumbline/stats");
  }

  /** The mine's counters now, or none if it has no such thing. */
  public Optional<JsonNode> send() throws InterruptedException {
    try {
      HttpRequest get = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      HttpResponse<String> answer = http.send(get, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(Json.mapper().readTree(answer.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional
          .empty(); // only our own mine keeps such counters: any other answer says there are none
    }
  }
}
