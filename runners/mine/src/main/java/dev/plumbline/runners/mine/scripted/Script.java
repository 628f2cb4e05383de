package dev.plumbline.runners.mine.scripted;

import dev.plumbline.runners.mine.faults.Answer;
import dev.plumbline.runners.mine.faults.Backend;
import dev.plumbline.runners.mine.faults.RawRequest;
import java.util.List;
import java.util.stream.Collectors;

/** What a scripted mine serves; it does not read the query. */
record Script(String model, String root, List<String> views, List<String> rows) implements Backend {

  private static final String JSON = "application/json;charset=UTF-8";
  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String TRAILER =
      "],\"executionTime\":\"2026.01.01 00:00::00\","
          + "\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}";

  Script {
    views = List.copyOf(views);
    rows = List.copyOf(rows);
  }

  @Override
  public Answer answer(RawRequest request) {
    String path = request.path();
    if (path.endsWith("/version") || path.endsWith("/version/ws")) {
      return Answer.of(200, TEXT, "35\n");
    }
    if (path.endsWith("/model") || path.endsWith("/model/xml")) {
      return Answer.of(200, "application/xml;charset=UTF-8", model);
    }
    if (!path.contains("/query/results")) {
      return Answer.of(404, "text/html;charset=UTF-8", "<html><body>Not Found</body></html>");
    }
    return request.parameters().getOrDefault("format", "").equals("count")
        ? Answer.of(200, TEXT, rows.size() + "\n")
        : Answer.of(
            200, JSON, body(request.number("start", 0), request.number("size", rows.size())));
  }

  private String body(long start, long size) {
    int from = (int) Math.min(start, rows.size());
    List<String> page = rows.subList(from, (int) Math.min(rows.size(), from + size));
    return header(start) + (page.isEmpty() ? "" : String.join(",\n", page) + "\n") + TRAILER;
  }

  private String header(long start) {
    return "{\"modelName\":\"genomic\",\"rootClass\":\""
        + root
        + "\",\"start\":"
        + start
        + named()
        + ",\"results\":[\n";
  }

  private String named() {
    return views.isEmpty()
        ? ""
        : views.stream()
            .map(v -> "\"" + v + "\"")
            .collect(Collectors.joining(",", ",\"views\":[", "]"));
  }
}
