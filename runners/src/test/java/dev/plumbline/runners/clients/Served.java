package dev.plumbline.runners.clients;

import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * What a client needs of a mine. A test whose mine does not serve it is skipped, or fails where
 * clients are required; so a mine may learn a thing after the test for it is there.
 */
record Served(Asking asking) {
  /** Needs a resource in JSON. */
  void json(String resource) throws IOException, InterruptedException {
    HttpResponse<String> answer = asking.get(resource + "?format=json");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() != 200 || !type.startsWith("application/json")) {
      throw Installed.missing("the mine does not serve " + resource + " in JSON");
    }
  }

  /** Needs a format of results. */
  void format(String format) throws IOException, InterruptedException {
    if (asking.results(GeneQueries.byId("Gene.id"), format, 1).statusCode() == 406) {
      throw Installed.missing("the mine does not serve the format " + format);
    }
  }
}
