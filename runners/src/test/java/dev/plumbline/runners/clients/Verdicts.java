package dev.plumbline.runners.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What the real server and a mine made of one query.
 *
 * @param server the real server's refusal; empty if it takes the query
 * @param status the mine's HTTP status
 * @param mine the mine's refusal; empty if it took the query
 */
record Verdicts(String query, String server, int status, String mine) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a mine begins that holds part of the data, or knows part of the language. */
  private static final List<String> NOT_HERE = List.of("This mine ", "holds no data");

  static Verdicts of(String query, JsonNode server, HttpResponse<String> mine) throws IOException {
    boolean taken = mine.statusCode() == 200;
    return new Verdicts(
        query,
        server.path("refused").asText(),
        mine.statusCode(),
        taken ? "" : JSON.readTree(mine.body()).path("error").asText());
  }

  /** Both take the query, or both refuse it for the same kind of reason. */
  boolean agree() {
    if (status == 200 || mine.isEmpty()) {
      return status == 200 && server.isEmpty();
    }
    boolean notHere = NOT_HERE.stream().anyMatch(mine::contains);
    return status == 400 && (notHere || opening(mine).equals(opening(server)));
  }

  /** The part of the service's words that names the kind. */
  private static String opening(String refusal) {
    return refusal.split("[.:]", 2)[0];
  }

  @Override
  public String toString() {
    return "%s%n  server: %s%n  mine:   %d %s".formatted(query, server, status, mine);
  }
}
